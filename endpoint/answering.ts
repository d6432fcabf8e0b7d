import type { Facade } from './facade.ts'

/** Whoever answers messages, whether or not there is a service behind it. */
export interface Answering
  extends Pick<Facade, 'answer' | 'tooLarge'>, Partial<Pick<Facade, 'deliver' | 'knows' | 'busy'>> {
  /** the largest body it takes, in bytes; a mebibyte unless said */
  readonly limit?: number
}
