package mailer

import "strings"

// text is what a mail says: nothing of the practice, of names, or of what is new.
type text struct{ subject, body string }

type texts struct{ news, code, test text }

// languages are those the mails are written in.
var languages = []string{"en", "de", "es", "fr", "ar"}

// words holds the mails of each language; CODE stands for the code.
var words = map[string]texts{
	"en": {
		news: text{"One new item", "There is one new item for you. It can wait until it suits you.\n\nYou asked for this mail. You can switch it off in the settings of the app, or with “unsubscribe” in your mail program. Please do not answer: nobody reads answers.\n"},
		code: text{"Your code", "Your code is CODE\n\nIt is good for one day. If you did not ask for it, just delete this mail: nothing more will come.\n"},
		test: text{"A test", "This is a test: the mail server takes mail.\n"},
	},
	"de": {
		news: text{"Ein neuer Eintrag", "Es gibt einen neuen Eintrag für Sie. Er kann warten, bis es für Sie passt.\n\nSie haben um diese E-Mail gebeten. Abschalten können Sie das in den Einstellungen der App oder mit „Abbestellen“ in Ihrem E-Mail-Programm. Bitte antworten Sie nicht: Antworten liest niemand.\n"},
		code: text{"Ihr Code", "Ihr Code lautet CODE\n\nEr gilt einen Tag lang. Wenn Sie nicht darum gebeten haben, löschen Sie diese E-Mail einfach: Es kommt keine weitere.\n"},
		test: text{"Ein Test", "Dies ist ein Test: Der E-Mail-Server nimmt E-Mails an.\n"},
	},
	"es": {
		news: text{"Un elemento nuevo", "Hay un elemento nuevo para usted. Puede esperar hasta que le venga bien.\n\nUsted pidió este correo. Puede desactivarlo en los ajustes de la aplicación o con «cancelar suscripción» en su programa de correo. Por favor, no responda: nadie lee las respuestas.\n"},
		code: text{"Su código", "Su código es CODE\n\nVale durante un día. Si no lo ha pedido, borre este correo sin más: no llegará ningún otro.\n"},
		test: text{"Una prueba", "Esto es una prueba: el servidor de correo acepta correos.\n"},
	},
	"fr": {
		news: text{"Un nouvel élément", "Il y a un nouvel élément pour vous. Il peut attendre le moment qui vous convient.\n\nVous avez demandé ce courriel. Vous pouvez le désactiver dans les réglages de l’application, ou par « se désabonner » dans votre messagerie. Merci de ne pas répondre : personne ne lit les réponses.\n"},
		code: text{"Votre code", "Votre code est CODE\n\nIl est valable un jour. Si vous ne l’avez pas demandé, supprimez simplement ce courriel : il n’en viendra pas d’autre.\n"},
		test: text{"Un essai", "Ceci est un essai : le serveur de messagerie accepte les courriels.\n"},
	},
	"ar": {
		news: text{"عنصر جديد", "يوجد عنصر جديد لك. يمكنه أن ينتظر إلى الوقت الذي يناسبك.\n\nأنت من طلب هذه الرسالة. يمكنك إيقافها من إعدادات التطبيق أو بخيار «إلغاء الاشتراك» في برنامج بريدك. يُرجى عدم الرد: لا أحد يقرأ الردود.\n"},
		code: text{"رمزك", "رمزك هو CODE\n\nيصلح الرمز ليوم واحد. إن لم تطلبه فاحذف هذه الرسالة فحسب: لن تصلك رسالة أخرى.\n"},
		test: text{"تجربة", "هذه تجربة: خادم البريد يقبل الرسائل.\n"},
	},
}

func textsIn(language string) texts {
	if t, ok := words[language]; ok {
		return t
	}
	return words["en"]
}

func newsText(language string) text { return textsIn(language).news }
func testText(language string) text { return textsIn(language).test }

func codeText(language, code string) text {
	t := textsIn(language).code
	t.body = strings.ReplaceAll(t.body, "CODE", code)
	return t
}
