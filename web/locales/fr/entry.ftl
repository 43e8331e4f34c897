# Bienvenue
welcome-title = Un endroit calme pour parler
welcome-lead = C’est bien que vous soyez là. Vous pouvez commencer sans dire à personne qui vous êtes.
sign-up = Commencer anonymement
log-in = Se connecter
recover-link = Phrase de passe oubliée ? Utilisez votre code de récupération
welcome-room = Vous avez reçu une invitation à un salon. Une fois la connexion faite, vous verrez ce qu’est ce salon et qui l’anime. Personne n’y apprendra votre nom d’ici.
welcome-next = Ce qui se passe ensuite
welcome-next-1 = Vous choisissez un nom inventé et une phrase de passe. Cela prend deux minutes.
welcome-next-2 = Vous regardez qui est là, et lisez à quoi vous consentiriez, avant de raconter quoi que ce soit.
welcome-next-3 = Vous écrivez quand vous le voulez. Votre thérapeute répond ici.
welcome-protects = Ce qui vous protège
welcome-protects-1 = Vos mots sont mis sous clé sur cet appareil. Seuls vous et votre thérapeute pouvez les ouvrir ; les personnes qui gèrent ce serveur ne le peuvent pas.
welcome-protects-2 = Pas d’adresse de courriel, pas de numéro de téléphone, pas de vrai nom.
welcome-protects-3 = « Quitter vite », en haut, ou trois fois Échap vous mènent aussitôt à une page anodine.
welcome-limits = Rien ne peut vous protéger ici de quelqu’un qui regarde cet écran ou contrôle cet appareil.
welcome-limits-link = Ce qui est protégé, et ce qui ne l’est pas

# Créer un compte
sign-up-title-client = Commencer anonymement
sign-up-title-practitioner = Bienvenue au cabinet
sign-up-title-steward = Préparer ce cabinet
sign-up-lead-client = Nous ne demandons ni nom, ni courriel, ni numéro de téléphone. Un nom inventé et une phrase de passe suffisent.
sign-up-lead-practitioner = Vous avez reçu une invitation comme thérapeute. Créez d’abord votre compte et ajoutez une clé d’accès ; vous écrirez ensuite le profil que voient les personnes qui cherchent de l’aide.
sign-up-lead-steward = Vous devenez responsable du cabinet : vous prenez soin de ses réglages et de ses membres, et vous ne pourrez jamais lire une conversation. Créez d’abord votre compte et ajoutez une clé d’accès.
step-choose = Nom et phrase de passe
step-code = Code de récupération
step-passphrase = Nouvelle phrase de passe
step-keep = Noter le code
step-check = Le vérifier
pseudonym = Pseudonyme
pseudonym-hint-client = C’est ainsi qu’on vous appelle ici. Gardez celui-ci ou inventez-en un autre, mais surtout jamais votre vrai nom.
pseudonym-staff = Nom pour se connecter
pseudonym-hint-steward = Personne d’autre que vous ne le voit. Gardez celui-ci ou inventez-en un autre.
pseudonym-hint-practitioner = Personne d’autre que vous ne le voit. Le nom que voient les autres est dans votre profil.
other-name = Un autre nom
passphrase = Phrase de passe
passphrase-hint = Six mots anglais, rien que pour vous. Notez-les ou enregistrez-les dans un gestionnaire de mots de passe : personne ne peut les réinitialiser.
passphrase-typed-hint = Avec des espaces entre les mots, comme vous les avez notés.
other-words = D’autres mots
choose-own = Choisir la mienne
own-passphrase = Votre propre phrase de passe
own-passphrase-hint = Le mieux : plusieurs mots sans rapport entre eux. Surtout pas une phrase que vous utilisez ailleurs.
offer-words = Me proposer plutôt des mots
strength-weak = Trop facile à deviner. Continuez, ou ajoutez quelques mots.
strength-fair = Suffisante. Un mot de plus la rendrait solide.
strength-strong = Solide.
sign-up-submit = Créer le compte
sign-up-policy = En créant le compte, vous acceptez la politique de confidentialité.
working-proof = Votre appareil résout un petit casse-tête qui tient les robots à distance. Cela prend quelques secondes.
working-keys = Vos clés sont créées sur cet appareil…
have-account = Vous connaissez déjà cet endroit ?

# Invitations
invitation-checking = Vérification de votre lien…
invitation-unchecked = Votre lien n’a pas encore pu être vérifié
link-spent-title = Ce lien ne peut pas être utilisé
link-spent-what = Ce que vous pouvez faire
link-spent-used = Si vous l’avez utilisé vous-même, votre compte existe : connectez-vous.
link-spent-ask = Sinon, demandez-en un nouveau à la personne qui vous l’a envoyé. Chaque lien sert une fois, et seulement pour un temps.
link-spent-client = Si vous cherchez de l’aide, vous n’avez besoin d’aucun lien :
contact-practice = Contacter le cabinet
invited-while-in-title = Votre session est déjà ouverte
invited-while-in-text = Ce lien crée un nouveau compte, mais ce navigateur est utilisé par { $name }. Déconnectez-vous pour continuer avec le lien, ou laissez tout comme c’est.
log-out-and-go-on = Se déconnecter et utiliser le lien
stay-logged-in = Rester dans cette session

# Le code de récupération
login-name = Identifiant
recovery-code = Code de récupération
keep-title = Notez ceci maintenant
keep-lead = Cela ne s’affiche qu’une seule fois. Si vous oubliez votre phrase de passe, ce code est le seul chemin de retour vers vos conversations.
keep-sheet = À garder en lieu sûr
print = Imprimer
keep-paper = De préférence sur papier, dans un endroit que personne d’autre n’ouvre.
keep-manager = Un gestionnaire de mots de passe convient aussi. Votre navigateur proposera peut-être d’enregistrer l’identifiant et la phrase de passe.
keep-nobody = Personne ici ne peut le voir ni le remplacer. Personne ne vous le demandera jamais.
keep-shared = D’autres utilisent cet appareil ? Alors ne laissez pas ce navigateur enregistrer quoi que ce soit, et n’imprimez pas là où d’autres ramassent le papier.
keep-done = Je l’ai noté
check-title = Est-ce bien noté ?
check-lead = Saisissez le code de récupération à partir de votre note. Vous saurez ainsi qu’il marchera le jour où vous en aurez besoin.
recovery-code-again = Saisissez encore une fois le code de récupération
recovery-code-hint = Huit groupes de quatre. Majuscules, espaces et tirets n’ont pas d’importance.
look-again = Revoir le code

# Se connecter
log-in-title = Se connecter
login-name-hint = Votre pseudonyme et quatre chiffres, par exemple quiet-heron-4829.
working-log-in = Un instant, vos clés sont déverrouillées…
forgot-passphrase = J’ai oublié ma phrase de passe
no-account = Je n’ai pas encore de compte
expired-title = Bon retour
expired-lead = Cela fait un moment ; pour votre sécurité, la session a pris fin. Rien n’est perdu : saisissez votre phrase de passe pour continuer.
not-you = Ce n’est pas vous ?
not-you-text = Ce navigateur se souvient de { $name }. Vous pouvez vous connecter avec un autre compte, ou lui faire oublier ce nom.
other-account-text = Un navigateur garde un seul compte à la fois. Si vous vous connectez avec un autre, ce que ce navigateur garde de { $name } est effacé, comme les messages pas encore envoyés. Le compte lui-même reste.
use-other-account = Utiliser un autre compte
use-known-account = Continuer avec { $name }
forget-account = Oublier ce compte ici

# Récupérer
recover-title = Récupérez votre compte
recover-lead = Avec le code de récupération que vous avez noté, vous retrouvez toutes vos conversations. Vous choisissez ensuite une nouvelle phrase de passe.
recover-lost = Vous n’avez pas le code non plus ?
recover-lost-text = Alors personne ne peut rouvrir le compte, pas même nous : c’est ce qui fait que vos mots restent à vous. Vous pouvez recommencer à tout moment, et dire à votre thérapeute qui vous étiez.
recover-again = Recommencer avec le code
new-passphrase-title = Choisissez une nouvelle phrase de passe
new-passphrase-lead = Quel plaisir de vous revoir, { $name }. L’ancienne phrase de passe ne vaut plus dès que vous continuez, et vous recevez un nouveau code de récupération.
