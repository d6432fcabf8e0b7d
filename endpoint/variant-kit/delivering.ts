import type { Answer } from '../../specs/wire/wire.ts'
import type { Deliver, Delivered, Delivery, Setting, Variant } from '../variant.ts'

/** What a variant does around all of the steps. */
export type Around = NonNullable<Variant['deliver']>

/** Every answer travels so. */
export function delivering(delivery: Delivery): Around {
  return (deliver) => async (message) => travelling(await deliver(message), delivery)
}

/** An answer that travels in one more way. */
export function travelling({ answer, delivery }: Delivered, more: Delivery): Delivered {
  return { answer, delivery: { ...delivery, ...more } }
}

/** What becomes of a message instead: with the right way at hand, which need not be gone. */
export type Instead = (
  right: () => Promise<Delivered>,
  setting: Setting,
) => Promise<Delivered> | Delivered

/** A share of the messages, from 0 to 1, that chance picks, is answered otherwise. */
export function nowAndThen(share: number, instead: Instead): Around {
  return (deliver: Deliver, setting) => async (message) =>
    setting.random() < share
      ? await instead(() => deliver(message), setting)
      : await deliver(message)
}

/** Nothing comes: the connection breaks. */
export const nothing: Delivered = {
  answer: { status: 503, headers: {}, body: '' },
  delivery: { lost: true },
}

/** A web page that a server in front of the endpoint answers in its stead. */
export function pageOfGateway(status: number, title: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`,
  }
}
