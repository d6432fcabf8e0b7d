import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ReporterRuntime, type Writer } from 'allure-js-commons/sdk/reporter'

import type { CheckReport } from '../../suites/runner/messages.ts'
import { allureAttachments, allureResult, type AllureSources } from './allure-result.ts'

/**
 * Opens a folder of Allure's results; what it returns writes those of a check. Each is written when it comes: a run that
 * is killed keeps what it found. Files are not flushed to the disk one by one; that takes longer than the run itself.
 * `now` gives milliseconds since 1970. Throws the system's error when the folder can not be written.
 */
export function openAllureResults(
  folder: string,
  sources: AllureSources,
  now: () => number,
): (report: CheckReport) => void {
  const runtime = new ReporterRuntime({ writer: plainWriter(folder) })
  return (report) => {
    const time = now()
    const uuid = runtime.startTest({ ...allureResult(report, sources), start: time })
    runtime.applyRuntimeMessages(uuid, [...allureAttachments(report, sources)])
    runtime.stopTest(uuid, { stop: time })
    runtime.writeTest(uuid)
  }
}

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
