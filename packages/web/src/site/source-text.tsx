/** Where a figure was published, in its publisher's words or an archivist's; the addresses in them lead there. */
export function SourceText({ source }: { readonly source: string }) {
  return (
    <bdi>
      {source.split(address).map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <a key={part} href={part} rel="noreferrer nofollow">
            {part}
          </a>
        ),
      )}
    </bdi>
  )
}

/** An address in a text, without what closes the sentence or the bracket around it. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"()[\].,;:!?])/
