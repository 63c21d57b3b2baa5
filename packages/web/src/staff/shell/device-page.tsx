import { useState } from 'react'
import { Button, Radio, RadioGroup } from 'react-aria-components'
import { identities, keepSeed } from '../device/identity.ts'
import { askToStay, setCurrentKid } from '../device/settings.ts'
import { useIdentity } from './me.ts'
import { SeedField } from './seed-field.tsx'
import { useStored } from './stored.ts'
import { useText } from './text.tsx'
import { WhoAmI } from './who.tsx'

/** The device's keys, what it promised to keep, and what to do when a device is lost. */
export function DevicePage() {
  const text = useText()
  const identity = useIdentity()
  const all = useStored('identities', 'all', identities) ?? []
  const [stays, setStays] = useState<boolean>()
  return (
    <>
      <h1>{text.say('device.title')}</h1>
      {identity ? <WhoAmI identity={identity} /> : <p>{text.say('device.none')}</p>}
      {identity && (
        <p>
          {text.say('device.key')} <code>{identity.kid}</code>
        </p>
      )}
      {all.length > 1 && identity && (
        <RadioGroup value={identity.kid} onChange={kid => void setCurrentKid(kid)} className="radios">
          <span className="label">{text.say('device.which')}</span>
          {all.map(({ kid, person, invited }) => (
            <Radio key={kid} value={kid}>
              {(person ?? invited)?.role ?? '—'} <code>{kid}</code>
            </Radio>
          ))}
        </RadioGroup>
      )}
      <h2>{text.say('device.storage')}</h2>
      <p>{text.say('device.storage.about')}</p>
      <Button onPress={async () => setStays(await askToStay())}>{text.say('device.storage.ask')}</Button>
      {stays !== undefined && (
        <p role="status">{text.say(stays ? 'device.storage.yes' : 'device.storage.no')}</p>
      )}
      <h2>{text.say('device.seed')}</h2>
      <p>{text.say('device.seed.about')}</p>
      <SeedField
        label={text.say('device.seed.use')}
        onSeed={async seed => setCurrentKid((await keepSeed(seed)).kid)}
      />
      <h2 id="lost">{text.say('device.lost')}</h2>
      {['1', '2', '3'].map(part => (
        <p key={part}>{text.say(`device.lost.${part}`)}</p>
      ))}
    </>
  )
}
