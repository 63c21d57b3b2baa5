import { useCandidacies } from './candidacies.ts'
import { useDefinition } from './definition.ts'
import { useText } from './text.tsx'

/** How a body or a candidate is called; its identifier until that is known. */
export function useSideName(): (side: string) => string {
  const text = useText()
  const bodies = useDefinition()?.bodies ?? []
  const candidacies = useCandidacies() ?? []
  return side => {
    const name =
      bodies.find(({ id }) => id === side)?.name ??
      candidacies.find(({ candidate }) => candidate === side)?.name
    return name ? text.name(name) : side
  }
}
