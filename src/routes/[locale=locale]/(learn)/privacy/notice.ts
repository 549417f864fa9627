// The texts of the privacy notice: content/pages/privacy/<language>.<level>.svx. Rendered on the server only.
import type { Component } from 'svelte';
import type { Locale } from '$lib/i18n/locales';

const files = import.meta.glob<Component>('/content/pages/privacy/*.svx', { eager: true, import: 'default' });

/** The notice of that length in that language; throws with the file's name when it is missing. */
export function getNotice(locale: Locale, level: 'short' | 'full'): Component {
	const path = `/content/pages/privacy/${locale}.${level}.svx`;
	const notice = files[path];
	if (!notice) throw new Error(`${path.slice(1)} is missing: write it, the notice is due in every interface language (P11).`);
	return notice;
}
