// The pages of prose: content/pages/<page>/<language>.svx, each with its title and lead in the front matter. Rendered on the
// server only.
import type { Component } from 'svelte';
import type { Locale } from '$lib/i18n/locales';
import type { ProsePage } from '../../../../params/prose';

interface ProseFile {
	default: Component;
	metadata?: { title?: string; lead?: string };
}

const files = import.meta.glob<ProseFile>(['/content/pages/*/??.svx', '!/content/pages/privacy/*'], { eager: true });

/** A page in a language; throws with the file's name when it, or its title or lead, is missing. */
export function getProse(page: ProsePage, locale: Locale): { Text: Component; title: string; lead: string } {
	const path = `/content/pages/${page}/${locale}.svx`;
	const { default: Text, metadata } = files[path] ?? {};
	if (!Text || !metadata?.title || !metadata.lead)
		throw new Error(
			`${path.slice(1)} is missing, or its title or lead: write it, every page is due in every interface language.`
		);
	return { Text, title: metadata.title, lead: metadata.lead };
}
