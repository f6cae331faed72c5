import type { HubInfo, Platform } from '../../model/hub.js';
import type { Idea, IdeaPage } from '../../model/idea.js';
import type { IdeaQuery } from '../hub.js';
import type { ReadOptions } from '../source.js';

/** Who keeps ideas: a hub, or a system that a city has already. All of it throws `SourceError`. */
export interface IdeaKeeper {
  /** What it lets people do. */
  info(options: ReadOptions): Promise<HubInfo>;
  /** One page of its ideas. */
  read(query: IdeaQuery, options: ReadOptions): Promise<IdeaPage>;
  one(id: string, options: ReadOptions): Promise<Idea>;
}

/** What the page says of a system. */
export interface SystemOptions {
  /** As it was given: the query may hold what the system needs. */
  readonly address: URL;
  /** The language of the page, as a BCP 47 tag. */
  readonly tag: string;
  /** The page on which to take part, where the author names it. */
  readonly takePart?: string | undefined;
  /** Whether the page lets its visitors' words go to an address that a system names; all may be where it does not say. */
  readonly isAllowed?: ((address: string) => boolean) | undefined;
}

/** One system: how its ideas are read. */
export type OpenSystem = (options: SystemOptions) => IdeaKeeper | Promise<IdeaKeeper>;

type Category = HubInfo['ideas']['categories'][number];

/** What a hub would say of itself. */
export const infoOf = (platform: Platform, categories: readonly Category[] = []): HubInfo => ({
  name: platform.name,
  version: '',
  moderation: 'before',
  minimum: 0,
  ideas: { categories },
  platform,
});

/** A category that has one name alone, in whatever language. */
export const categoryOf = (code: string, name: string): Category => ({ code, label: { en: name } });
