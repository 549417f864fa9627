// Words that passphrases are offered from: French, everyday, three to nine letters, without accents (a shared phone's keyboard
// may have none), nothing violent, insulting or intimate. Four of them are some 41 bits: at the 8 640 guesses a day that the
// slow-down lets through at one account, 700 000 years for all of them.
export const passphraseWords: readonly string[] = `
abeille abricot accord achat acier acteur adresse agenda agneau aide aigle aile aimant algue alpage ambre ami ananas ancre
anneau antenne appel arbre arc archet argile armoire arrosoir artiste asperge assiette atelier atlas atome aube auberge
automne avenue avion avoine avril azur bague baguette baie bain balade balai balance balcon balle ballon bambou banane banc
bande bandeau banjo banquise barque barrage bascule basilic basket bassin bateau bazar beignet belette berceau berger
betterave beurre bidon bijou bille biscuit bison blason bleu bloc blouse bobine bocal bois bol bonbon bonjour bonnet bonsoir
bord bosquet botte bouche bouchon boucle bougie boule bouleau boulon bouquet bourdon bourgeon bourse boussole bouteille
boutique bouton brebis bretelle brioche brique brise brosse brouette bruine brume brun buffet buisson bulle bureau bus
buvard cabane cabine cabinet cactus cadeau cadenas cadran cadre cahier caillou caisse calepin calme camarade camion campagne
canal canard caneton canne canoe canot cantine canton capitaine capuche carafe caramel caravane carnaval carnet carotte
carreau cartable carte carton cascade casier casque castor cave ceinture celeri cercle cerf cerise chaise chalet chaleur
chaloupe chameau champ chanson chant chapeau chapitre chariot charrue chat chaton chaud chaussure chemin chemise chenille
cheval chiffon chiffre chocolat chorale chou ciboule ciel cigale cigogne ciment cinema cirage cirque ciseau citron clairiere
clairon classe clavier clef climat cloche clocher clou club cocotier coffre coin colibri colis colline colombe colonne
compas compote concert concombre confiture copain copie coq coquille corail corbeille corde corne cornet cornichon costume
coton coude couleur couloir coupe courage couronne course coussin couvert crabe craie cravate crayon creme crepe cresson
criquet cristal crocus croquis cube cuillere cuir cuisine cuivre cumin curry cycle cygne cymbale dahlia dalle damier danse
danseur datte dauphin debout decor defi dejeuner demain dent dentelle dessert dessin detour diamant dictee digue dimanche
disque doigt domino donjon dossier douane douche doux dragon drap drapeau dune duvet ecaille echarpe echelle echo eclair
ecluse ecole ecorce ecran ecrin ecume ecureuil ecurie edredon effort elan elephant eleve encre enfant enseigne entree
enveloppe epaule epi epice epinard epingle eponge equipe erable escalier escargot espace essence etable etage etagere etang
etape etoffe etoile etude eventail evier examen exemple fable facade facteur faisan falaise fanfare farine faucon fauteuil
fenetre ferme fermier festin fete feuille feutre fevrier ficelle fiche figue figurine fil filet film filtre flacon flamant
flaque fleur fleuve flocon flotte flute foin foire fontaine foot forain foret forge forme fougere foulard four fourmi fraise
framboise frange frein frene frite fromage front fruit fusee gadget galerie galet galette galop gamelle gant garage gare
gateau gaufre gazelle gazon geai gelee genou gentiane geranium gerbille germe gilet gingembre girafe girofle girouette givre
glace glacier gland glycine gomme gondole gorge gouache gourde gousse gouter goutte gouttiere grain graine grange granit
grappe gravier grelot grenier grillon grimpeur grive grotte groupe grue gruyere guepard guichet guide guirlande guitare
gymnase habit haie halte hamac hameau hamster hangar haricot harmonie harpe hasard haut herbe herisson heron hetre heure
hibou hiver homard horizon horloge hotel houx hublot huile huitre humus hutte iceberg idee igloo ile image immeuble indice
indigo iris ivoire jade janvier jardin jardinier jasmin jaune jeton jeu jeudi jeune joie jongleur jonquille joue jouet jour
journal journee juillet juin jumeau jungle jupe jus kayak kilo kimono kiosque kiwi koala lac lacet lagune laine lait laitue
lama lampe lampion lanterne lapin largeur laurier lavande lecture legume lendemain lentille leopard lessive lettre levier
levure lezard liane libellule liberte lierre lieu lievre ligne lilas limace lime limonade linge lion lionceau liseron lit
livre lointain loisir long lotus loup loupe loutre lucarne luciole luge lumiere lundi lune lunette lustre luth lutin lynx
lyre machine magasin magie maillot main maire mairie maison mammouth manche mandarine mangue manteau marche mardi mare
marelle marin marmite marmotte marron marteau martinet mascotte masque matelas matin matinee mauve melodie melon membre
menthe menu mer merci mercredi merle mesange message mesure metal meteo metier metre metro meuble midi miel miette mimosa
minuit minute miroir moineau mois moisson moitie moment monde moniteur monnaie montagne montre moquette morceau morse
mosaique moteur motif moto mouche mouchoir mouette moufle moulin mousse moustache moutarde mouton muraille mure muret
murmure muscade museau musee musique myrtille nacelle nacre nageur nappe narine natation natte nature nautile navet navette
navire nectar neige nenuphar nez niche nid noisette noix nom nombre nord notaire note nougat nouille nounours nouveau
novembre noyau noyer nuage nuance nuit numero oasis objet ocean ocre octobre odeur oeuf oie oignon oiseau olive ombre
ombrelle omelette onde opale opera orage orange orchestre ordre oreille oreiller orge orgue orient origan ormeau orque ortie
oseille otarie ours ourson outil ovale page paille pain palais palette palme palmier panda panier panneau panorama papaye
papier papillon paprika paquet parade parapluie parasol parc pardon parfum parking parole parquet partage passage passant
pastel pasteque patate patin patio patte pause pavillon pavot pays paysage peche pedale peigne peinture pelican pelle
pelouse peluche pendule pensee pente pepin pepite perche perdrix perle perroquet persil petale petit petunia peuplier phare
phoque photo phrase piano piece pied pierre pieuvre pigeon pile pilote piment pin pince pinceau pingouin pinson pique
piscine pissenlit pistache piste pivert pivoine placard place plage plaine plan planche planete plante plat platane plateau
plombier pluie plume pneu poche poele poeme poete poignet point poire poireau pois poisson poivre poivron pole politesse
pollen pomme pompe pompier poney pont popcorn porche port portail porte porteur portrait potager poterie potiron pouce poule
poulie poulpe poupee pousse poussin prairie premier prenom printemps prise prix prune prunier puits pull puma pupitre puzzle
pyjama quai quartier quatre quiche quille quinze rabot racine radeau radio radis rafale raie rail raisin rallye ramage rame
rameau rampe randonnee rang rangee ravin rayon rebond recette recif recolte record refrain refuge regard regle reglisse
reine relais relief remorque renard renne repas repos reseau reserve ressort retour reve reveil revue rhubarbe rideau rigole
rime rire rituel rivage rive riviere riz robe robinet rocher roi roman romarin ronce rond ronde rose roseau rosee rossignol
rotin roue rouge rouleau roulotte route ruban rubis ruche rue ruisseau rythme sable sablier sabot sac sachet safari safran
saison salade salle salon salut samedi sandale sandwich sapin sardine sarrasin satin sauce saule saumon saut savane saveur
savon saxophone scene scie science seau secret seigle sel selle semaine semelle semis sentier septembre serie serre serrure
serviette seuil siecle siege sieste sifflet signal silence sillon sirene sirop sixieme ski sofa soie soir soiree soja soleil
sommet sonate sonnette sorbet sorbier sorcier souche soucoupe soulier soupe source sourcil sourire souris spatule sphere
sport square stade station statue steppe store studio stylo sucre sud sureau surf surprise symbole table tableau tablette
tablier tabouret tache taille talon talus tambour tamis tampon tapis tarte tartine tasse taxi telephone temps tennis tente
terrasse terre terrier texte theatre theiere thermos thon thym ticket tiede tige tigre tilleul timbre tirelire tiroir tisane
tissu titre toile toit tomate tombola tonneau tonnelle topaze tornade tortue totem toucan toupie tour tourbe tourisme
tournesol tournoi trace tracteur train trait trajet tramway tranche trapeze travail travers trefle tremplin trente tresor
tresse triangle tribu tricot trio trois trombone trompette tronc trottoir trousse truelle truffe truite tuile tulipe tunnel
turbine turbot turquoise tuyau uniforme univers usine vacances vague valise vallee valse vanille vannier vapeur vase veau
veille velo velours vendange vendredi vent veranda verger verre verset vert veste vestiaire veston viaduc victoire vie vigne
village ville vinaigre vingt violette violon virage virgule visage visite vitamine vitesse vitrail vitre vitrine vivier
voile voilier voisin voiture voix volant volcan volet volume voyage voyelle vue wagon yaourt yoga yourte zebre zeste zigzag
zinc zone zoo
`
	.trim()
	.split(/\s+/);
