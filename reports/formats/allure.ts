import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ReporterRuntime, type Writer } from 'allure-js-commons/sdk/reporter'
import AllureVitestReporter from 'allure-vitest/reporter'
import type { TestCase, Vitest } from 'vitest/node'

import { pinnedTo } from '../../suites/runner/messages.ts'
import { allureMessages, type AllureSources } from './allure-messages.ts'

/**
 * Allure's reporter, writing each result when its check is done instead of all of them at the end: a run that is
 * killed keeps what it found. Files are not flushed to the disk one by one; that takes longer than the run itself.
 */
export class StreamingAllureReporter extends AllureVitestReporter {
  readonly #sources: AllureSources
  readonly #folder: string

  constructor(folder: string, sources: AllureSources) {
    super({ resultsDir: folder })
    this.#folder = folder
    this.#sources = sources
  }

  override onInit(_vitest: Vitest): void {
    // the base would put its own runner and setup into the worker, where nobody speaks to Allure
    const allureReporterRuntime = new ReporterRuntime({ writer: plainWriter(this.#folder) })
    Object.assign(this, { allureReporterRuntime })
  }

  onTestCaseResult({ task }: TestCase & { readonly task?: Task }): void {
    if (task === undefined) return
    const { report } = pinnedTo(task.meta)
    if (report === undefined) return
    const allureRuntimeMessages = allureMessages(report, this.#sources)
    this.handleTask({ ...task, meta: { ...task.meta, allureRuntimeMessages } as Task['meta'] })
  }

  override onTestRunEnd(): void {
    // everything is written already
  }
}

type Task = Parameters<AllureVitestReporter['handleTask']>[0]

const plainWriter = (folder: string): Writer => {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string | Buffer): void =>
    writeFileSync(join(folder, name), content)
  return {
    writeResult: (result) => write(`${result.uuid}-result.json`, JSON.stringify(result)),
    writeGroup: (group) => write(`${group.uuid}-container.json`, JSON.stringify(group)),
    writeAttachment: write,
    writeAttachmentFromPath: () => {
      throw new Error('attachments are never files here')
    },
    writeEnvironmentInfo: () => {},
    writeCategoriesDefinitions: (categories) =>
      write('categories.json', JSON.stringify(categories)),
    writeGlobals: (name, info) => write(name, JSON.stringify(info)),
  }
}
