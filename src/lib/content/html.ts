// Between words and HTML: the compiler writes the entities and marks below and no others (inline.ts), so these two know them all.

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Text made safe to stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** The words of HTML that the compiler wrote. Marks inside a line leave no gap; where a line or a block ends, there is a space. */
export function toWords(html: string): string {
	return html
		.replace(/<\/?(?:strong|em|a)\b[^>]*>/g, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity]!)
		.replace(/ {2,}/g, ' ')
		.trim();
}
