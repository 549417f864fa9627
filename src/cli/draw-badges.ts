// `npm run badges:draw`: makes the PNGs of the badges from their drawings, with the tests' Chromium. Needed only when a drawing
// changes (badge-picture.test.ts then says so); the PNGs are kept with the code, so that no server needs a browser.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs';
import { achievements } from '../lib/certification/badge';
import { drawBadge } from '../lib/certification/badge-picture';

const folder = 'src/lib/certification/pictures';
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
	const page = await browser.newPage({ viewport: { width: 480, height: 496 } });
	mkdirSync(folder, { recursive: true });
	const prints: Record<string, string> = {};
	for (const achievement of achievements) {
		const drawing = drawBadge(achievement);
		await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
		writeFileSync(`${folder}/${achievement}.png`, await page.screenshot({ omitBackground: true }));
		prints[achievement] = createHash('sha256').update(drawing).digest('hex');
	}
	writeFileSync(`${folder}/drawn-from.json`, `${JSON.stringify(prints, null, '\t')}\n`);
} finally {
	await browser.close();
}
