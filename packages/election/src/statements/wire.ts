/** What a statement's CBOR carries: the five major types of the record and nothing else. */
export type Wire = number | string | Uint8Array | readonly Wire[] | WireMap
export interface WireMap extends ReadonlyMap<number, Wire> {}
