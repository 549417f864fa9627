// The picture of a badge, in the line and the colours of the project's drawings: two who talk, and a tick. No words, so that it
// is the same in every language, and nothing of a person. The PNG beside (pictures/) is drawn from it by `npm run badges:draw`.
import type { Achievement } from './badge';

const ink = '#1b1b2f';
const line = `stroke="${ink}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"`;
const tick = line.replace('"4"', '"7"');

/** A scalloped disc, like a seal cut out of paper. */
function drawSeal(fill: string): string {
	const scallops = 18;
	const at = (turn: number, radius: number) => {
		const angle = (turn / scallops) * 2 * Math.PI;
		return `${(120 + radius * Math.sin(angle)).toFixed(1)} ${(104 - radius * Math.cos(angle)).toFixed(1)}`;
	};
	const curves = Array.from({ length: scallops }, (_, index) => `Q${at(index + 0.5, 107)} ${at(index + 1, 92)}`);
	return `<path fill="${fill}" ${line} d="M${at(0, 92)}${curves.join('')}Z"/>`;
}

const ribbon =
	`<path fill="#2b2d77" ${line} d="M74 168L52 232L78 222L94 240L114 178Z"/>` +
	`<path fill="#2b2d77" ${line} d="M166 168L188 232L162 222L146 240L126 178Z"/>`;

/** A speech bubble, whose corner points down at one end. */
const bubbles: Record<Achievement, string> = {
	'peer-expert':
		`<path fill="#e8663d" ${line} d="M72 64H130A14 14 0 0 1 144 78V102A14 14 0 0 1 130 116H98L80 134V116H72A14 14 0 0 1 58 102V78A14 14 0 0 1 72 64Z"/>` +
		`<path fill="#fffdf8" ${line} d="M110 86H168A14 14 0 0 1 182 100V126A14 14 0 0 1 168 140H160V158L142 140H110A14 14 0 0 1 96 126V100A14 14 0 0 1 110 86Z"/>` +
		`<path fill="none" ${tick} d="M123 114L135 125L157 101"/>`,
	coach:
		`<path fill="#fffdf8" ${line} d="M74 52H166A14 14 0 0 1 180 66V126A14 14 0 0 1 166 140H138L120 160L102 140H74A14 14 0 0 1 60 126V66A14 14 0 0 1 74 52Z"/>` +
		`<path fill="#e8663d" ${line} d="M84 66H116A8 8 0 0 1 124 74V88A8 8 0 0 1 116 96H102L90 107V96H84A8 8 0 0 1 76 88V74A8 8 0 0 1 84 66Z"/>` +
		`<path fill="#ffd166" ${line} d="M116 88H156A8 8 0 0 1 164 96V112A8 8 0 0 1 156 120H152V131L140 120H116A8 8 0 0 1 108 112V96A8 8 0 0 1 116 88Z"/>` +
		`<path fill="none" ${tick} d="M126 104L133 111L147 97"/>`
};
const ground: Record<Achievement, string> = { 'peer-expert': '#ffd166', coach: '#bfe3e0' };

/** The drawing as a whole SVG file. */
export function drawBadge(achievement: Achievement): string {
	const inside = `${ribbon}${drawSeal(ground[achievement])}<circle cx="120" cy="104" r="80" fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="2 7" stroke-linecap="round"/>${bubbles[achievement]}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 248" width="480" height="496">${inside}</svg>\n`;
}
