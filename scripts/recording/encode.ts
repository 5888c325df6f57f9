import { join } from 'node:path';
import { run } from '../child.mjs';
import { ExpectedError } from '../main.mjs';
import { FRAME_FILES, FRAME_RATE } from './reel';

const QUIET = ['-hide_banner', '-loglevel', 'error'];

/** @throws ExpectedError where ffmpeg cannot be started */
export async function ensureEncoder(): Promise<void> {
  const code = await run('ffmpeg', [...QUIET, '-version'], { stdio: 'ignore' }).catch(() => 1);
  if (code !== 0)
    throw new ExpectedError(
      'The recording is put together by ffmpeg, which was not found. On Debian and Ubuntu: apt-get install ffmpeg. On a Mac: brew install ffmpeg.',
    );
}

/**
 * Puts frames together to a GIF that begins again at its end: the one moving picture that GitHub shows with a button to stop it.
 * One palette serves all frames, and no dots are strewn between its colours: what does not move then costs nothing.
 * @param folder with the frames. @param file where to
 * @throws ExpectedError where ffmpeg fails
 */
export async function encodeGif(folder: string, file: string): Promise<void> {
  const filter = [
    'split[frames][same]',
    '[same]palettegen=max_colors=256:stats_mode=full[palette]',
    '[frames][palette]paletteuse=dither=none:diff_mode=rectangle',
  ].join(';');
  const input = ['-framerate', String(FRAME_RATE), '-i', join(folder, FRAME_FILES)];
  const code = await run('ffmpeg', [...QUIET, '-y', ...input, '-filter_complex', filter, '-loop', '0', file]);
  if (code !== 0) throw new ExpectedError(`ffmpeg ended with code ${code}.`);
}
