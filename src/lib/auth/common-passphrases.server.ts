// What everybody chooses: a list of fifty thousand passwords that were seen in breaches (zxcvbn-ts), and what is near at hand
// here. On the server only, for its size.
import { dictionary } from '@zxcvbn-ts/language-common';

const nearAtHand = [
	...[
		'motdepasse',
		'monmotdepasse',
		'phrasedepasse',
		'jetaime',
		'bonjour',
		'soleil',
		'azerty',
		'azertyuiop',
		'bruxelles',
		'belgique'
	],
	...['wachtwoord', 'mijnwachtwoord', 'welkom', 'belgie', 'relais', 'pairexpert', 'peerexpert', 'coordinateur', 'coordinatrice'],
	...[
		'loulou',
		'doudou',
		'chouchou',
		'marseille',
		'football',
		'charleroi',
		'anderlecht',
		'ilovemyself',
		'passepartout',
		'changezmoi'
	]
];
const common = new Set([...(dictionary['passwords-common'] as string[]), ...nearAtHand]);

/** True for a passphrase, in lower case, that is among the first to be guessed. */
export function isCommonPassphrase(passphrase: string): boolean {
	return common.has(passphrase);
}
