import { SingleBar } from 'cli-progress'
import pc from 'picocolors'

import type { Terminal } from './terminal.ts'

/** Tells a waiting person what is being done. */
export type Progress = {
  /** Begins a stage, for example `Reading bars.csv`. */
  stage(name: string): void
  /** Sets the share of the stage that is done, from 0 to 1. */
  update(done: number): void
  /** Takes the bar away; can be called again. */
  close(): void
}

/** Work that is done sooner shows no bar, so that nothing flickers. */
const patience = 300

const silent: Progress = { stage() {}, update() {}, close() {} }

/** A bar on the standard error; nothing at all where nobody looks. */
export function openProgress(terminal: Terminal): Progress {
  if (!terminal.isInteractive) return silent
  let state = { stage: '', percent: '' }
  const bar = createBar(terminal)
  const timer = setTimeout(() => bar.start(100, 0, state), patience)
  return {
    stage(name) {
      state = { stage: name, percent: '' }
      bar.update(0, state)
    },
    update(done) {
      state = { ...state, percent: `${Math.floor(done * 100)} %` }
      bar.update(done * 100, state)
    },
    close() {
      clearTimeout(timer)
      bar.stop()
    },
  }
}

function createBar({ width, color, unicode }: Terminal): SingleBar {
  const { cyan } = pc.createColors(color)
  return new SingleBar({
    stream: process.stderr,
    format: `${cyan('{bar}')} {stage} {percent}`,
    barsize: Math.max(10, Math.min(30, width - 50)),
    barCompleteChar: unicode ? '█' : '#',
    barIncompleteChar: unicode ? '░' : '-',
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
    fps: 10,
  })
}
