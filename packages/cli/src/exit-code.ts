/** What the process says to its caller when it ends. */
export const exitCode = {
  /** The work is done. */
  ok: 0,
  /** The command was understood and its work failed: the error has a stable code. */
  failed: 1,
  /** The command line was not understood; nothing was done. */
  usage: 2,
  /** Stopped by SIGINT (Ctrl-C): 128 and the number of the signal. */
  interrupted: 130,
  /** Stopped by SIGTERM. */
  terminated: 143,
} as const

/** One of the exit codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
