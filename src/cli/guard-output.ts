import { reasonOf } from './files';

/** What is done when the program has to end: with this code, after this sentence, if there is one. */
type End = (code: number, sentence: string | null) => void;

/**
 * Ends the program where what it prints is not taken: without a word where the reader has read enough (`| head`), with a
 * sentence where it cannot be kept (a full disk). Without this, Node ends it with a stack trace.
 * @param end is called at most once.
 */
export function guardOutput(stream: NodeJS.EventEmitter, end: End): void {
  stream.once('error', (error: NodeJS.ErrnoException) => {
    // What follows the first error is of the same cause.
    stream.on('error', () => {});
    if (error.code === 'EPIPE') end(0, null);
    else end(2, `standard output cannot be written: ${reasonOf(error)}`);
  });
}
