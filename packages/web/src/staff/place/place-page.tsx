import { useText } from '../shell/text.tsx'

export function PlacePage() {
  const text = useText()
  return <h1>{text.say('place.title')}</h1>
}
