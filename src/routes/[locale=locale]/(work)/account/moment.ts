/** A moment in words, to the minute, in Brussels time: programmes meet there. '' for none. */
export function describeMoment(moment: Date | null, locale: string): string {
	if (moment === null) return '';
	return new Intl.DateTimeFormat(`${locale}-BE-u-ca-gregory-nu-latn`, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'Europe/Brussels'
	}).format(moment);
}
