// Words that the detector knows: first names that are common among young people in Belgium, places of Belgium and of many who
// come there, and capitalised words that name nobody. Lists, not facts about anybody; add to them freely.

const names = `
adam ahmad ahmed aisha alex ali alice amelie amina amine amir anas anna antoine arthur asma aya ayoub bilal camille charlotte chloe
clara daan david elena elias elif emil emily emma enzo eva fatima fatma femke gabriel hamza hana hannah hasan hassan hugo ibrahim ines
inaya iris ismail jade jamal jana jan jasper jean jonas jules julie karim kevin khadija khalid laila lars laura lea lena leo leila lena
liam lina lisa lotte louis louise lucas lukas luna mahmoud malik manon marie mariam maryam mateo mathis maxime mehdi mila milan mohamed
mohammed mohammad mona moussa mustafa nadia nathan nina noah noor nora nour olivia omar oscar pauline pierre rania rayan romain said salim
salma sam samir samira sana sanne sara sarah selma simon sofia sophie souleymane sven tariq theo thomas tom victor wout yanis yasmin
yasmine youssef yusuf yara zahra zainab zaid zakaria zoe abdallah abdul abdullah farid farah ferhat habiba haile idris jawad kidane
mehari mirwais najib nasir parwana rahim roza samuel selam shirin tesfaye yonas zabi zohra
محمد احمد علي حسن حسين عمر يوسف ابراهيم خالد محمود مصطفي عبدالله عبد سعيد سمير كريم طارق بلال حمزه ياسين ايمن انس زيد رامي سامي
فاطمه عائشه مريم زينب خديجه ليلي ساره نور هدي سلمي امينه رانيا ياسمين هبه دعاء اسماء رنا لينا سناء سميره جميله نادين
`;

const placeNames = `
anvers antwerpen antwerp arlon bastogne bruges brugge bruxelles brussel brussels charleroi courtrai dinant eupen gand gent ghent genk
hasselt huy ixelles kortrijk leuven liege louvain luik malines mechelen molenbeek mons bergen mouscron namur namen nivelles ostende
oostende schaerbeek schaarbeek saint-gilles tournai doornik turnhout verviers wavre waterloo anderlecht etterbeek forest jette uccle
aalst alost lokeren beveren florennes rixensart yvoir jodoigne natoye sugny bovigny belgrade poelkapelle menen arendonk broechem lint
paris lille calais amsterdam rotterdam maastricht cologne koln berlin london londres kabul kaboul herat kandahar alep aleppo damas
damascus homs idlib bagdad baghdad mossoul mosul erbil gaza asmara mogadishu mogadiscio conakry bamako dakar kinshasa goma bujumbura
tirana pristina kyiv kiev kharkiv odessa istanbul teheran tehran casablanca tanger alger tunis tripoli
بروكسل انتويرب لييج غنت شارلروا نامور بروج مونس لوفين باريس دمشق حلب حمص ادلب بغداد الموصل موصل اربيل غزه كابول هرات قندهار
طرابلس تونس الجزائر الدار طنجه القاهره مقديشو اسمره
`;

const harmless = `
internet instagram snapchat tiktok whatsapp facebook youtube google discord telegram messenger roblox fortnite android iphone wifi
dieu god allah ramadan noel kerst christmas pasen paques europe europa belgique belgie belgium france français francais anglais english
nederlands frans engels arabe arabic arabisch dari pachto pashto tigrinya somali turc turkish turks islam coach child focus unicef ecpat
lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag
donderdag vrijdag zaterdag zondag janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february
march april may june july august september october november december januari februari maart mei juni juli augustus oktober
`;

const toSet = (text: string) => new Set(text.trim().split(/\s+/));

export const firstNames: ReadonlySet<string> = toSet(names);
export const places: ReadonlySet<string> = toSet(placeNames);
export const neverNames: ReadonlySet<string> = toSet(harmless);
