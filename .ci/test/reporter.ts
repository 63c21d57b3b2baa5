import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** What one run of the tests came to; `skipped` keeps each test's reason. */
export interface Count {
  passed: number
  failed: number
  readonly skipped: { readonly test: string; readonly reason: string }[]
}

/** Prints a line a file and every failure in full, and counts. */
export class CountingReporter implements Reporter {
  readonly count: Count = { passed: 0, failed: 0, skipped: [] }

  onTestModuleEnd(module: TestModule): void {
    const before = { ...this.count, skipped: this.count.skipped.length }
    for (const test of module.children.allTests()) this.#add(test)
    const failedBeforeTests = module.errors().length
    this.count.failed += failedBeforeTests
    for (const error of module.errors()) report(module.relativeModuleId, error)
    const { passed, failed, skipped } = this.count
    const figures = `${passed - before.passed} passed, ${failed - before.failed} failed, ${skipped.length - before.skipped} skipped`
    const seconds = (module.diagnostic().duration / 1000).toFixed(1)
    process.stdout.write(`  ${module.relativeModuleId}: ${figures} (${seconds} s)\n`)
  }

  onTestRunEnd(
    _modules: readonly TestModule[],
    errors: readonly { message: string; stack?: string }[],
  ): void {
    this.count.failed += errors.length
    for (const error of errors) report('outside a test', error)
  }

  #add(test: TestCase): void {
    const result = test.result()
    if (result.state === 'passed') this.count.passed++
    else if (result.state === 'skipped')
      this.count.skipped.push({ test: test.fullName, reason: result.note ?? 'no reason given' })
    else {
      this.count.failed++
      const errors = result.errors?.length ? result.errors : [{ message: 'did not run to its end' }]
      for (const error of errors) report(`${test.module.relativeModuleId} > ${test.fullName}`, error)
    }
  }
}

function report(where: string, error: { message?: string; stack?: string; diff?: string }): void {
  process.stdout.write(`\nFAILED ${where}\n${error.stack ?? error.message}\n${error.diff ?? ''}\n`)
}
