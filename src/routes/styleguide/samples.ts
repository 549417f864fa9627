// Words for the styleguide in two directions: the real length of product texts, never placeholder Latin.
export const samples = {
	fr: {
		title: 'Tu vois passer la photo. *Que fais-tu ?*',
		lead: 'Ils ont mis ma photo dans le groupe… et tout le monde rigole.',
		body: 'La personne qui a partagé la photo a eu tort. Pas toi. Voici ce qu’on peut encore faire.',
		act: 'Commencer',
		second: 'J’ai un code de groupe',
		quiet: 'Pas maintenant',
		choice: 'Je réponds au groupe : « pas drôle, on arrête »',
		soft: 'Je ne sais pas',
		field: 'Code du groupe',
		hint: '8 lettres et chiffres.',
		wrong: 'Ce code n’existe pas. Vérifie chaque lettre.',
		chip: 'Une fin · 2 vues sur 5',
		intensity: ['Léger', 'Sensible', 'Fort'],
		table: 'Modules du groupe',
		columns: ['Module', 'Commencés', 'Terminés'],
		rows: ['Le groupe s’enflamme', 'Mon image, ton image'],
		bars: ['Écrire à Lina en privé', 'Dire « stop » au groupe', 'Ne rien faire'],
		few: 'moins de 5',
		asTable: 'Voir le tableau',
		tabs: ['À faire', 'Mon groupe', 'Imprimer'],
		dialog: 'Que se passe-t-il si j’appelle ?',
		toggle: 'Téléphone partagé'
	},
	ar: {
		title: 'ترى الصورة تمرّ. *ماذا تفعل؟*',
		lead: 'وضعوا صورتي في المجموعة… والجميع يضحك.',
		body: 'من شارك الصورة أخطأ. لست أنت المخطئ. هذا ما يمكن فعله الآن.',
		act: 'ابدأ',
		second: 'لديّ رمز مجموعة',
		quiet: 'ليس الآن',
		choice: 'أكتب للمجموعة: «هذا ليس مضحكاً، توقّفوا»',
		soft: 'لا أعرف',
		field: 'رمز المجموعة',
		hint: '8 حروف وأرقام.',
		wrong: 'هذا الرمز غير موجود. تحقّق من كل حرف.',
		chip: 'نهاية · رأيت 2 من 5',
		intensity: ['خفيف', 'حسّاس', 'قوي'],
		table: 'وحدات المجموعة',
		columns: ['الوحدة', 'بدأت', 'انتهت'],
		rows: ['المجموعة تشتعل', 'صورتي وصورتك'],
		bars: ['أكتب إلى لينا على انفراد', 'أقول للمجموعة «توقّفوا»', 'لا أفعل شيئاً'],
		few: 'أقل من 5',
		asTable: 'عرض الجدول',
		tabs: ['المهام', 'مجموعتي', 'طباعة'],
		dialog: 'ماذا يحدث إن اتصلت؟',
		toggle: 'هاتف مشترك'
	}
};

export type Sample = (typeof samples)['fr'];
