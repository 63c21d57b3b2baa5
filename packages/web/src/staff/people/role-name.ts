import { roleWords } from '@countersign/election'
import { useSpoken } from '../shell/text.tsx'

/** How a role is called in the language of the page. */
export function useRoleName(): (role: string) => string {
  const { text, language } = useSpoken()
  return role => {
    const known = roleWords[role as keyof typeof roleWords] as
      | { readonly en: string; readonly fa: string }
      | undefined
    return known?.[language] ?? (text.knows(`role.${role}`) ? text.say(`role.${role}`) : role)
  }
}
