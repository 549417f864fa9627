// The demo's voices: a quarter that is over with published figures, a consultation that is open and one that was answered. All
// invented. Seeded again after a seeding that was cut short, it changes nothing.
import { locales } from '../lib/i18n/locales';
import type { Database } from '../lib/database/database.server';
import { settings } from '../lib/groups/group';
import { emptyBody, type ConsultationBody, type Requirement } from '../lib/voices/consultation';
import { periodOf, previousPeriod } from '../lib/voices/period';
import { draftRelease, signRelease } from '../lib/voices/release.server';
import { attendanceTable, consultationTable, participationCountTable } from '../lib/voices/tables.server';
import { moduleSlug, organisations } from './demo-data';

const country = 'BE';
/** Groups that have ended, so that those of the demo keep the counts that their coaches see. */
const formerGroups = [
	{ id: 'demo-avant-renard', organisationId: 'demo-tilleuls', setting: 'shelter' },
	{ id: 'demo-avant-loutre', organisationId: 'demo-tilleuls', setting: 'shelter' },
	{ id: 'demo-avant-libellule', organisationId: 'demo-canal', setting: 'school' },
	{ id: 'demo-avant-castor', organisationId: 'demo-canal', setting: 'scouts' },
	{ id: 'demo-avant-phare', organisationId: 'demo-dunes', setting: 'shelter' }
];
/** Plays of the quarter before: group (or none), organisation, language, begun, finished. */
const plays: [group: string, organisation: string, locale: string, started: number, completed: number][] = [
	['demo-avant-renard', 'demo-tilleuls', 'fr', 41, 34],
	['demo-avant-renard', 'demo-tilleuls', 'ar', 17, 13],
	['demo-avant-loutre', 'demo-tilleuls', 'nl', 6, 4],
	['demo-avant-libellule', 'demo-canal', 'fr', 38, 33],
	['demo-avant-libellule', 'demo-canal', 'nl', 22, 19],
	['demo-avant-castor', 'demo-canal', 'en', 14, 12],
	['demo-avant-phare', 'demo-dunes', 'nl', 31, 27],
	['demo-avant-phare', 'demo-dunes', 'fr', 12, 11]
];
const attendance = [
	{ groupId: 'demo-avant-renard', organisationId: 'demo-tilleuls', occasion: 'live', method: 'devices', meetings: 3, count: 44 },
	{ groupId: 'demo-avant-castor', organisationId: 'demo-canal', occasion: 'live', method: 'hands', meetings: 2, count: 37 },
	{ groupId: 'demo-avant-phare', organisationId: 'demo-dunes', occasion: 'training', method: 'paper', meetings: 1, count: 24 }
] as const;

export async function seedVoices(voices: Database, now: Date): Promise<void> {
	const period = previousPeriod(periodOf(now));
	const common = { module: moduleSlug, version: 1, attempt: 'first' as const, period };
	const rows = plays.map(([groupId, organisationId, locale, started, completed]) => ({
		...common,
		groupId,
		organisationId,
		locale,
		started,
		completed
	}));
	const day = (shift: number) => new Date(now.getTime() + shift * 86_400_000).toISOString().slice(0, 10);
	const owner = { organisationId: 'demo-tilleuls', country };
	await voices.write(async (tx) => {
		await tx.insert(participationCountTable).values(rows).onConflictDoNothing();
		await tx
			.insert(attendanceTable)
			.values(attendance.map((row) => ({ ...row, period })))
			.onConflictDoNothing();
		const open = {
			id: 'demo-ouverte',
			...owner,
			state: 'open' as const,
			body: openBody(),
			answerDue: day(30),
			openedOn: day(-5)
		};
		const answered = {
			id: 'demo-repondue',
			...owner,
			state: 'answered' as const,
			body: answeredBody(),
			answerDue: day(-10),
			openedOn: day(-60),
			answeredOn: day(-12)
		};
		await tx.insert(consultationTable).values([open, answered]).onConflictDoNothing();
	});
	const programme = {
		country,
		organisations: organisations.map(({ id }) => ({ id })),
		groups: formerGroups,
		...{ counts: [], instrument: [], rightsModules: [], modules: [moduleSlug] },
		locales: locales.map(({ id }) => id),
		settings: [...settings]
	};
	const made = await draftRelease(voices, programme, { period, records: [], demo: true }, now);
	if (made.ok) await signRelease(voices, made.draft, 'Coordination, Démo · Réseau d’accueil Les Tilleuls', now);
}

const evidence: Record<Requirement, string> = {
	transparent: 'Affiche et vidéo de deux minutes (démo).',
	voluntary: 'On peut passer chaque question (démo).',
	respectful: 'Les règles du groupe sont lues au début (démo).',
	relevant: 'Le sujet vient des jeunes du camp de mai (démo).',
	'child-friendly': 'Phrases courtes, quatre langues (démo).',
	inclusive: 'En ligne, en rencontre et sur papier (démo).',
	training: 'Les coachs ont suivi l’unité C5 (démo).',
	safe: 'Deux adultes lisent chaque phrase avant les autres (démo).',
	accountable: 'La réponse a une date, affichée (démo).'
};

function filledBody(): ConsultationBody {
	const body = emptyBody();
	for (const [name, text] of Object.entries(evidence)) body.requirements[name as Requirement] = { met: true, evidence: text };
	return { ...body, asker: 'Démo · Réseau d’accueil Les Tilleuls' };
}

function openBody(): ConsultationBody {
	const body = filledBody();
	body.title = { fr: 'Le Wi-Fi et nous', en: 'The Wi-Fi and us', nl: 'De wifi en wij', ar: 'الواي فاي ونحن' };
	body.purpose = {
		fr: 'On veut savoir ce qui gêne sur internet ici.',
		en: 'We want to know what bothers you online here.',
		nl: 'We willen weten wat hier online stoort.',
		ar: 'نريد أن نعرف ما يزعجكم على الإنترنت هنا.'
	};
	body.readers = {
		fr: 'La coordination et les coachs.',
		en: 'Coordination and coaches.',
		nl: 'De coördinatie en de coaches.',
		ar: 'التنسيق والمدرّبون.'
	};
	body.changes = {
		fr: 'Les heures du Wi-Fi, les règles de la salle commune.',
		en: 'Wi-Fi hours, the rules of the common room.',
		nl: 'De uren van de wifi, de regels van de gemeenschappelijke zaal.',
		ar: 'ساعات الواي فاي وقواعد القاعة المشتركة.'
	};
	const [gather] = body.steps;
	Object.assign(gather!, {
		prompt: {
			fr: 'Qu’est-ce qui te gêne le plus ?',
			en: 'What bothers you most?',
			nl: 'Wat stoort je het meest?',
			ar: 'ما الذي يزعجك أكثر؟'
		},
		options: [
			{
				id: 'o1',
				words: {
					fr: 'Le Wi-Fi s’arrête le soir',
					en: 'The Wi-Fi stops in the evening',
					nl: 'De wifi stopt ’s avonds',
					ar: 'الواي فاي يتوقف مساءً'
				}
			},
			{
				id: 'o2',
				words: {
					fr: 'Pas d’endroit calme pour appeler',
					en: 'No quiet place to call',
					nl: 'Geen rustige plek om te bellen',
					ar: 'لا مكان هادئ للاتصال'
				}
			},
			{
				id: 'o3',
				words: {
					fr: 'Des messages d’inconnus',
					en: 'Messages from strangers',
					nl: 'Berichten van onbekenden',
					ar: 'رسائل من غرباء'
				}
			}
		]
	});
	return { ...body, current: 'gather' };
}

function answeredBody(): ConsultationBody {
	const body = filledBody();
	body.title = {
		fr: 'Une affiche qui parle vrai',
		en: 'A poster that speaks plainly',
		nl: 'Een affiche die eerlijk is',
		ar: 'ملصق يقول الحقيقة'
	};
	body.purpose = {
		fr: 'Choisir les mots de l’affiche sur l’aide.',
		en: 'Choose the words of the poster on help.',
		nl: 'De woorden kiezen van de affiche over hulp.',
		ar: 'اختيار كلمات ملصق المساعدة.'
	};
	body.readers = { fr: 'La coordination.', en: 'Coordination.', nl: 'De coördinatie.', ar: 'التنسيق.' };
	body.changes = {
		fr: 'L’affiche des salles communes.',
		en: 'The poster of the common rooms.',
		nl: 'De affiche in de zalen.',
		ar: 'ملصق القاعات المشتركة.'
	};
	const prioritise = body.steps.find(({ kind }) => kind === 'prioritise')!;
	prioritise.prompt = { fr: 'Quelle phrase d’abord ?', en: 'Which sentence first?', nl: 'Welke zin eerst?', ar: 'أي جملة أولاً؟' };
	prioritise.options = [
		{
			id: 'o1',
			words: { fr: '« Ce n’est pas ta faute »', en: '“It’s not your fault”', nl: '“Het is niet jouw schuld”', ar: '«ليس ذنبك»' }
		},
		{
			id: 'o2',
			words: {
				fr: '« Tu peux appeler sans dire ton nom »',
				en: '“You can call without your name”',
				nl: '“Je kunt bellen zonder je naam”',
				ar: '«يمكنك الاتصال دون اسمك»'
			}
		}
	];
	body.results = [
		{ step: 'prioritise', option: 'o1', value: 40, status: 'published' },
		{ step: 'prioritise', option: 'o2', value: 25, status: 'published' },
		{ step: 'prioritise', option: 'skip', value: null, status: 'fewer' },
		{ step: 'prioritise', option: 'no-say', value: null, status: 'fewer' }
	];
	body.answer = {
		said: {
			fr: 'Dire d’abord que ce n’est pas notre faute.',
			en: 'Say first that it isn’t our fault.',
			nl: 'Zeg eerst dat het niet onze schuld is.',
			ar: 'قولوا أولاً إنه ليس ذنبنا.'
		},
		did: {
			fr: 'La nouvelle affiche commence par ces mots.',
			en: 'The new poster begins with these words.',
			nl: 'De nieuwe affiche begint met die woorden.',
			ar: 'الملصق الجديد يبدأ بهذه الكلمات.'
		},
		couldNot: {
			fr: 'On n’a pas pu l’imprimer en tigrinya : personne ne l’a encore relue.',
			en: 'We could not print it in Tigrinya: nobody has read it yet.',
			nl: 'We konden ze niet in het Tigrinya drukken: niemand las ze na.',
			ar: 'لم نستطع طباعته بالتغرينية: لم يراجعه أحد بعد.'
		}
	};
	return body;
}
