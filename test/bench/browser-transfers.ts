import type { BrowserContext, Request } from 'playwright';

/** An answer of the server that came whole. */
export interface Transfer {
  url: string;
  /** When it was asked for and when its last byte came, in milliseconds since 1970. */
  start: number;
  end: number;
  /** On the wire, as it was squeezed, with its headers. 0 where a cache had it. */
  bytes: number;
  /** Whether the service worker asked for it, for later. */
  forLater: boolean;
}

/** What a browser profile has received since `watchTransfers`. */
export interface Transfers {
  /** All that came so far, in the order in which it was complete, as far as the browser tells. */
  received(): Promise<Transfer[]>;
  /** Forgets what came so far. */
  clear(): void;
}

/** A browser that has not said by then how large an answer was does not say it any more, in milliseconds. */
const PATIENCE_MS = 5000;

async function transferOf(request: Request): Promise<Transfer | null> {
  const response = await request.response();
  if (!response || !/^https?:/.test(request.url())) return null;
  const { startTime, responseEnd } = request.timing();
  const forLater = request.serviceWorker() !== null;
  // What the service worker hands on came over the wire before.
  const { responseBodySize, responseHeadersSize } = response.fromServiceWorker()
    ? { responseBodySize: 0, responseHeadersSize: 0 }
    : await request.sizes();
  return {
    url: request.url(),
    start: startTime,
    end: startTime + Math.max(0, responseEnd),
    // A cache has no body to send; its headers are not sent either.
    bytes: responseBodySize > 0 ? responseBodySize + responseHeadersSize : 0,
    forLater,
  };
}

/** Notes what pages, workers and the service worker of a browser profile receive. */
export function watchTransfers(context: BrowserContext): Transfers {
  let transfers: Promise<Transfer | null>[] = [];
  context.on('requestfinished', (request) => {
    const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS).unref());
    const transfer = Promise.race([transferOf(request), silence]);
    // A browser that is closed while it loads owes nobody the bytes, unless they are asked for.
    transfer.catch(() => {});
    transfers.push(transfer);
  });
  return {
    async received() {
      const known = await Promise.all(transfers);
      return known.filter((transfer) => transfer !== null);
    },
    clear() {
      transfers = [];
    },
  };
}

/** Sums bytes. */
export const bytesOf = (transfers: readonly Transfer[]): number =>
  transfers.reduce((sum, { bytes }) => sum + bytes, 0);
