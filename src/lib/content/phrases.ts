// Phrases that blame the person who is targeted, or that frighten so much that nobody asks for help any more. Each list was made
// for its language, not translated. They are read in the narrator's own words only: in a story, people do say such things.
import type { Locale } from '../i18n/locales';

export type Tone = 'blame' | 'fear';

/** One expression for a whole list: each text is read once. */
const anyOf = (...patterns: string[]): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{M}])(?:${patterns.join('|')})(?![\\p{L}\\p{M}])`, 'iu');

/** Apostrophes are typographic here, spaces single; Arabic is without vowel marks. */
const phrases: Record<Locale, Record<Tone, RegExp>> = {
	fr: {
		blame: anyOf(
			'c’(?:est|était)(?: bien| aussi| un peu)?(?: de)? (?:ta|votre|sa) (?:propre )?faute',
			'(?:tu|elle|il|vous) (?:l’as|l’a|l’avez|l’avais|l’avait) (?:bien |un peu )?(?:cherché|mérité|voulu)',
			'(?:tu n’avais|elle n’avait|il n’avait|vous n’aviez) qu’à',
			'(?:tu aurais|elle aurait|il aurait|vous auriez) dû',
			'(?:tu n’aurais|elle n’aurait|il n’aurait|vous n’auriez) (?:pas|jamais) dû',
			'il ne fallait pas (?:envoyer|répondre|accepter|faire confiance|lui parler)',
			'(?:bien|c’est) fait pour (?:toi|elle|lui|vous)',
			'(?:à|c’est à) cause de toi',
			'(?:tu as été|tu es|elle a été|il a été) (?:trop )?(?:naïve?|bête|stupide|imprudente?|irresponsable)'
		),
		fear: anyOf(
			'(?:ta|sa|votre) vie (?:est|sera|serait) (?:fichue|foutue|détruite|ruinée|gâchée|finie)',
			'(?:tu iras|tu vas aller|tu finiras|tu vas finir) en prison',
			'personne ne (?:pourra|peut) (?:plus )?(?:t’|l’|vous )aider',
			'c’est trop tard|il (?:est|sera) trop tard',
			'(?:on ne peut|tu ne peux|tu ne pourras) plus rien (?:y )?(?:faire|changer)',
			'tu (?:le |vas le )regrett(?:eras|er) toute ta vie'
		)
	},
	en: {
		blame: anyOf(
			'(?:it’s|it is|it was|that’s)(?: all| also| partly)? (?:your|her|his)(?: own)? fault',
			'(?:you|she|he) (?:asked for|deserved?|was asking for) (?:it|this|that)',
			'(?:you|she|he) should(?:n’t| not| never)? have',
			'(?:you|she|he) brought (?:it|this) on (?:yourself|herself|himself)',
			'what did (?:you|she|he) expect',
			'serves? (?:you|her|him|them) right',
			'(?:you were|you are|she was|he was) (?:so |too )?(?:naive|stupid|careless|foolish)'
		),
		fear: anyOf(
			'(?:your|her|his) life (?:is|will be) (?:over|ruined|destroyed)',
			'(?:you will|you’ll) (?:go to|end up in) (?:jail|prison)',
			'(?:nobody|no one) can help you',
			'it(?:’s| is) too late',
			'(?:nothing|there is nothing) (?:more )?(?:can be done|you can do)',
			'(?:you will|you’ll) regret (?:it|this) (?:forever|all your life)'
		)
	},
	nl: {
		blame: anyOf(
			'(?:het|dat) (?:is|was)(?: ook| allemaal| een beetje)? (?:jouw|je|haar|zijn) (?:eigen )?(?:schuld|fout)',
			'(?<!niet (?:je|jouw|haar|zijn) |geen )eigen schuld',
			'(?:je|jij|ze|zij|hij) (?:hebt|heeft|had) er(?:om| zelf om) gevraagd',
			'(?:je|jij|ze|zij|hij) (?:hebt|heeft|had) (?:het|dit|dat) (?:zelf )?verdiend',
			'(?:je|jij|ze|zij|hij) had (?:het |dat |dit )?(?:beter |maar |nooit |niet )(?:\\p{L}+ )?(?:moeten|mogen|gedaan|gestuurd)',
			'had (?:je|ze|hij) maar (?:niet|nooit)',
			'net goed voor (?:jou|je|haar|hem)',
			'(?:je was|je bent|ze was|hij was) (?:zo |te )?(?:naïef|dom|stom|onvoorzichtig)'
		),
		fear: anyOf(
			'(?:je|jouw|haar|zijn) leven is (?:voorbij|verpest|kapot|verwoest)',
			'(?:je gaat naar|je belandt in|je vliegt in) de (?:gevangenis|cel)',
			'niemand kan (?:je|jou) (?:nog )?helpen',
			'het is te laat',
			'(?:je kan|je kunt|men kan) er niets meer aan doen',
			'je (?:zal|zult) er (?:altijd|je hele leven) spijt van hebben'
		)
	},
	ar: {
		blame: anyOf(
			'(?:أنت|أنتِ|أنتَ) السبب',
			'(?:هذا|هذه|إنه|إنها|كان) (?:خطؤك|خطأك|ذنبك|غلطتك)',
			'(?:أنت|هي|هو) (?:تستحق|تستحقين|يستحق) (?:هذا|ذلك|ما حدث|ما جرى)',
			'كان (?:يجب )?(?:عليك|عليها|عليه) (?:أن|ألا|أن لا)',
			'كان ينبغي (?:عليك|عليها|عليه|لك)',
			'(?:أنت|كنت) (?:غبي|غبية|ساذج|ساذجة|مهمل|مهملة)'
		),
		fear: anyOf(
			'(?:انتهت|دمرت|ضاعت) حيات(?:ك|ها|ه)',
			'ستدخل(?:ين)? السجن',
			'(?:لا|لن) (?:يستطيع )?أحد (?:يستطيع |يقدر )?(?:أن يساعدك|مساعدتك)',
			'فات الأوان',
			'(?:لا|لن) (?:يمكن|يمكنك) (?:فعل|عمل) (?:أي )?شيء بعد الآن',
			'ستندم(?:ين)? (?:طوال|كل) (?:حياتك|عمرك)'
		)
	}
};

const spoken = /«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"/gu;

/** The first blaming or frightening phrase of a text, what stands between quotation marks left aside; null when there is none. */
export function findPhrase(text: string, locale: Locale): { tone: Tone; phrase: string } | null {
	const own = text
		.replace(spoken, ' … ')
		.replace(/'/g, '’')
		.replace(/[\u064B-\u0652\u0640]/g, '')
		.replace(/\s+/g, ' ');
	for (const tone of ['blame', 'fear'] as const) {
		const found = phrases[locale][tone].exec(own);
		if (found) return { tone, phrase: found[0] };
	}
	return null;
}
