import { Link } from '@tanstack/react-router'
import { attachedHere } from '../device/attached.ts'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'

/** Whether a copy in hand was photographed on this device: a photograph that shows its signatures weighs more than typing. */
export function Photographed({ round, box }: { readonly round: number; readonly box: string }) {
  const text = useText()
  const here = useStored('attached', 'all', attachedHere) ?? []
  if (here.some(one => one.round === round && one.box === box))
    return <p>{text.say('photograph.goesWith')}</p>
  return (
    <p>
      {text.say('photograph.weighsMore')}{' '}
      <Link to="/photograph/$box/$copy" params={{ box, copy: 'own' }}>
        {text.say('photograph.title')}
      </Link>
    </p>
  )
}
