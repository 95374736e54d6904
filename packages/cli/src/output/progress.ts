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
  return terminal.isInteractive ? new Bar(terminal) : silent
}

/** Drawn by a timer, and also when told of progress, since long work keeps timers waiting. */
class Bar implements Progress {
  readonly #bar: SingleBar
  readonly #timer: NodeJS.Timeout
  readonly #due = performance.now() + patience
  #stage = ''
  #done = 0

  constructor(terminal: Terminal) {
    this.#bar = createBar(terminal)
    this.#timer = setTimeout(() => this.#draw(), patience)
  }

  stage(name: string): void {
    this.#stage = name
    this.update(0)
  }

  update(done: number): void {
    this.#done = Math.floor(done * 100)
    if (performance.now() >= this.#due) this.#draw()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#bar.stop()
  }

  #draw(): void {
    const percent = this.#done === 0 ? '' : `${this.#done} %`
    const state = { stage: this.#stage, percent }
    if (this.#bar.isActive) this.#bar.update(this.#done, state)
    else this.#bar.start(100, this.#done, state)
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
