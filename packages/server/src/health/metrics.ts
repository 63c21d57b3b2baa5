import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  readonly registry: Registry
  readonly recorded: Counter
  readonly refused: Counter<'code'>
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly answered: Histogram
  readonly published: Gauge
}

/** Counts and times in Prometheus’ names and units: seconds. `gauges` are read when they are asked for. */
export function metrics(
  gauges: Readonly<Record<string, readonly [help: string, read: () => number]>>,
): Metrics {
  const registry = new Registry()
  const registers = [registry]
  for (const [name, [help, read]] of Object.entries(gauges))
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  return {
    registry,
    recorded: new Counter({
      name: 'countersign_entries_recorded_total',
      help: 'Entries recorded since the start',
      registers,
    }),
    refused: new Counter({
      name: 'countersign_entries_refused_total',
      help: 'Entries not taken, by code',
      labelNames: ['code'],
      registers,
    }),
    requests: new Histogram({
      name: 'countersign_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2],
      registers,
    }),
    answered: new Histogram({
      name: 'countersign_recorded_seconds',
      help: 'Time from an entry’s arrival until it is durable',
      buckets: [0.01, 0.05, 0.2, 1, 5],
      registers,
    }),
    published: new Gauge({ name: 'countersign_site_size', help: 'Tree size that the site shows', registers }),
  }
}
