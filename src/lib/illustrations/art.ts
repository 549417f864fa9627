// Addresses of the pictures, for an SVG <use>. `__ART_VERSION__` is a hash of their content, set by vite-plugin.ts, so that they
// may be cached for ever.
import type { CharacterId, Mood, PlaceId } from './ids';

declare const __ART_VERSION__: string;

/** The bust of a character with an expression. */
export function castUrl(who: CharacterId, mood: Mood): string {
	return `/art/cast/${who}.svg?v=${__ART_VERSION__}#${mood}`;
}

/** A place, or the close-up of a phone. */
export function placeUrl(place: PlaceId): string {
	return `/art/places/${place}.svg?v=${__ART_VERSION__}#place`;
}
