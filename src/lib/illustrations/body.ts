// Neck, shoulders and garment of a bust. The outlines are Open Peeps' own, cut below the shoulders (the original goes on to the
// hips, out of every picture of ours); the garments are ours. Coordinates are those of DiceBear's frame of 704 units.
import { ink, type Look } from './cast';

const neck = 'M246 596L296 574 330 520V480H468L474 574 518 602 470 696H316Z';

const cloth =
	'M-21 830A523 523 0 0 1 47 701A354 354 0 0 1 136 618C155 606 172 598 189 592C210 586 236 583 265 590L247 598' +
	'C288 665 336 699 391 699C447 699 489 665 518 598L524 597C533 601 551 618 560 622C595 640 624 667 641 704C660 744 674 790 685 830Z';

const outline =
	'M232 585C237 584 242 585 248 586C248 586 248 587 248 587C239 588 230 591 221 594L217 595C207 598 197 601 187 605' +
	'C168 613 150 623 133 636C67 683 20 754-10 828L-21 818A523 523 0 0 1 47 701A354 354 0 0 1 136 618A239 239 0 0 1 189 592' +
	'A143 143 0 0 1 232 585ZM322 519C328 512 340 519 338 527A108 108 0 0 1 303 579A79 79 0 0 1 247 598L249 600A321 321 0 0 0 295 653' +
	'C331 684 380 701 427 689C464 680 497 650 506 613C505 613 503 614 501 613C494 612 486 604 481 598C476 591 472 585 469 577' +
	'C463 563 461 545 469 531C470 530 472 531 472 532L472 535C474 548 476 560 482 571A76 76 0 0 0 500 595C503 597 506 598 508 601' +
	'L509 601C509 596 513 594 516 594C519 594 523 595 525 596A341 341 0 0 1 590 638A259 259 0 0 1 679 767L695 845L677 837' +
	'C673 813 668 788 661 765A230 230 0 0 0 626 697A370 370 0 0 0 573 641C557 627 540 614 523 600C523 601 523 602 523 603' +
	'C520 629 506 653 487 671C450 707 394 714 345 697C299 681 257 642 243 595C242 594 243 594 244 594L246 597C246 597 247 597 247 596' +
	'A129 129 0 0 0 294 567A100 100 0 0 0 315 534L315 533C317 528 319 523 322 519Z';

const strap = 'M222 601C254 694 330 770 388 836C448 770 528 700 548 630';

const line = `stroke="${ink}" stroke-width="13" stroke-linejoin="round" stroke-linecap="round"`;

/** What lies over the cloth: below the outline where it is a pattern (`under`), above it where it has edges of its own. */
function drawGarment({ garment, trim, clothes }: Look): { under: string; over: string } {
	switch (garment) {
		case 'stripes':
			return {
				under: `<path fill="none" stroke="${trim}" stroke-width="22" d="M150 612C215 722 300 764 391 764S566 722 606 648M62 684C100 760 150 800 220 840M646 720L596 800"/>`,
				over: ''
			};
		case 'hoodie':
			return {
				under: '',
				over: `<path fill="${clothes}" ${line} d="M246 590C222 588 200 598 188 606C210 684 300 728 388 746C470 728 556 684 570 628C556 614 540 602 520 597C500 664 450 700 391 700S290 664 246 590Z"/><path fill="none" ${line} d="M388 702V830M336 716V800M440 716V800"/>`
			};
		case 'collar':
			return {
				under: '',
				over: `<path fill="${trim}" ${line} d="M250 582C236 600 224 622 220 640C256 690 300 724 330 738C340 716 364 704 388 700C328 694 284 656 250 582ZM516 590C496 660 450 698 388 700C414 706 434 720 444 738C486 722 530 690 552 646C546 622 534 604 516 590Z"/><path fill="none" ${line} d="M388 702V830"/>`
			};
		case 'lanyard':
			return {
				under: `<path fill="none" stroke="${ink}" stroke-width="38" d="${strap}"/><path fill="none" stroke="${trim}" stroke-width="18" d="${strap}"/>`,
				over: ''
			};
		default:
			return { under: '', over: '' };
	}
}

/** The bust below the head, as SVG elements whose ink is left to the fill of their parent. */
export function drawBody(look: Look): string {
	const { under, over } = drawGarment(look);
	return `<path fill="${look.skin}" d="${neck}"/><path fill="${look.clothes}" d="${cloth}"/>${under}<path d="${outline}"/>${over}`;
}
