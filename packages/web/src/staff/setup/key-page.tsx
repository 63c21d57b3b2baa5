import { Button } from 'react-aria-components'
import { QrCode } from '../codes/qr-code.tsx'
import { canKeepKeys, makeIdentity } from '../device/identity.ts'
import { askToStay, setCurrentKid } from '../device/settings.ts'
import { useIdentity } from '../shell/me.ts'
import { useText } from '../shell/text.tsx'
import { keyCode } from './public-key.ts'

/** The public half of this device's key, for whoever writes it into the definition. */
export function KeyPage() {
  const text = useText()
  const identity = useIdentity()
  // The frame says why, and what to do.
  if (!canKeepKeys()) return null
  const make = async () => {
    await setCurrentKid((await makeIdentity()).kid)
    await askToStay()
  }
  return (
    <>
      <h1>{text.say('setup.myKey')}</h1>
      <p>{text.say('setup.myKey.about')}</p>
      {identity === undefined ? (
        <Button className="main" onPress={make}>
          {text.say('setup.myKey.make')}
        </Button>
      ) : (
        <figure className="codes">
          <QrCode of={keyCode(identity.publicKey)} label={text.say('setup.myKey')} />
          <figcaption>
            <code dir="ltr" className="long" data-key>
              {keyCode(identity.publicKey).slice('CS1/K/'.length).toLowerCase()}
            </code>
          </figcaption>
        </figure>
      )}
    </>
  )
}
