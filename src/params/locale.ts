import { isLocale } from '../lib/i18n/locales';

/** Only the interface languages are addresses; `/xx/…` is a page that doesn't exist. */
export function match(value: string): boolean {
	return isLocale(value);
}
