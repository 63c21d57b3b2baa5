/** Numbers of seals as they are written down: with spaces or commas between, each once, in their order. */
export function readSeals(typed: string): readonly string[] {
  const seals = typed
    .normalize('NFC')
    .split(/[\s,،;؛]+/)
    .filter(seal => seal !== '')
  return [...new Set(seals)]
}

/** What differs between the seals that were noted and those that are found; undefined where nothing does. */
export function sealsThatDiffer(
  noted: readonly string[],
  found: readonly string[],
): { readonly missing: readonly string[]; readonly strange: readonly string[] } | undefined {
  const missing = noted.filter(seal => !found.includes(seal))
  const strange = found.filter(seal => !noted.includes(seal))
  return missing.length + strange.length === 0 ? undefined : { missing, strange }
}
