//! What Thunderbird, Outlook, Apple Mail, Roundcube, Horde, KMail and web mailers call their mailboxes. In any case.

/// Of the mailbox for sent mail, the likeliest first.
pub(crate) const SENT: &[&str] = &[
    // English: Thunderbird; Outlook and Exchange; Apple; Gmail and Yahoo; Horde
    "Sent",
    "Sent Items",
    "Sent Messages",
    "Sent Mail",
    "sent-mail",
    "Sent Message",
    "[Gmail]/Sent Mail",
    // German
    "Gesendet",
    "Gesendete Objekte",
    "Gesendete Elemente",
    "Gesendete Nachrichten",
    "Gesendete E-Mails",
    "[Gmail]/Gesendet",
    // French
    "Envoyés",
    "Messages envoyés",
    "Éléments envoyés",
    "Courrier envoyé",
    "[Gmail]/Messages envoyés",
    // Spanish
    "Enviados",
    "Elementos enviados",
    "Mensajes enviados",
    "Correo enviado",
    "[Gmail]/Enviados",
    // Italian
    "Posta inviata",
    "Inviata",
    "Inviati",
    "Messaggi inviati",
    "[Gmail]/Posta inviata",
    // Portuguese
    "Enviadas",
    "Enviados",
    "Itens enviados",
    "Itens Enviadas",
    "Mensagens enviadas",
    "[Gmail]/E-mails enviados",
    // Dutch
    "Verzonden",
    "Verzonden items",
    "Verzonden berichten",
    // Polish
    "Wysłane",
    "Elementy wysłane",
    "Wysłane wiadomości",
    // Swedish, Danish, Norwegian
    "Skickat",
    "Skickade",
    "Skickade objekt",
    "Sendt",
    "Sendt post",
    "Sendte elementer",
    "Sendte meldinger",
    // Finnish
    "Lähetetyt",
    "Lähetetyt kohteet",
    "Lähetetyt viestit",
    // Estonian, Latvian, Lithuanian
    "Saadetud",
    "Saadetud kirjad",
    "Nosūtītie",
    "Nosūtītās ziņas",
    "Išsiųsti",
    "Išsiųstieji",
    // Czech, Slovak, Hungarian, Slovenian, Croatian, Romanian
    "Odeslaná pošta",
    "Odeslané",
    "Odoslané",
    "Odoslaná pošta",
    "Elküldött",
    "Elküldött elemek",
    "Elküldött üzenetek",
    "Poslano",
    "Poslani predmeti",
    "Poslane poruke",
    "Trimise",
    "Elemente trimise",
    // Russian, Ukrainian, Bulgarian, Serbian
    "Отправленные",
    "Надіслані",
    "Відправлені",
    "Изпратени",
    "Послато",
    // Greek
    "Απεσταλμένα",
    // Turkish
    "Gönderilmiş Öğeler",
    "Gönderilmiş",
    "Gönderilenler",
    // Hebrew, Arabic
    "נשלחו",
    "פריטים שנשלחו",
    "العناصر المرسلة",
    "المرسلة",
    // Japanese, Chinese, Korean
    "送信済み",
    "送信済みメール",
    "送信済みアイテム",
    "已发送",
    "已发送邮件",
    "已傳送郵件",
    "寄件備份",
    "寄件匣",
    "보낸 편지함",
    "보낸편지함",
    // Vietnamese, Indonesian
    "Đã gửi",
    "Thư đã gửi",
    "Terkirim",
];

/// Of the mailbox for drafts, the likeliest first.
pub(crate) const DRAFTS: &[&str] = &[
    // English
    "Drafts",
    "Draft",
    "[Gmail]/Drafts",
    // German
    "Entwürfe",
    "[Gmail]/Entwürfe",
    // French
    "Brouillons",
    "[Gmail]/Brouillons",
    // Spanish
    "Borradores",
    "Borrador",
    "[Gmail]/Borradores",
    // Italian
    "Bozze",
    "[Gmail]/Bozze",
    // Portuguese
    "Rascunhos",
    "Rascunho",
    "[Gmail]/Rascunhos",
    // Dutch, Polish
    "Concepten",
    "Kopie robocze",
    "Wersje robocze",
    "Szkice",
    // Swedish, Danish, Norwegian, Finnish
    "Utkast",
    "Kladder",
    "Luonnokset",
    // Estonian, Latvian, Lithuanian
    "Mustandid",
    "Melnraksti",
    "Juodraščiai",
    // Czech, Slovak, Hungarian, Romanian
    "Koncepty",
    "Rozepsané",
    "Rozpísané",
    "Piszkozatok",
    "Ciorne",
    // Russian, Ukrainian, Greek, Turkish
    "Черновики",
    "Чернетки",
    "Πρόχειρα",
    "Taslaklar",
    // Hebrew, Arabic, Japanese, Chinese, Korean
    "טיוטות",
    "المسودات",
    "下書き",
    "草稿",
    "草稿箱",
    "임시 보관함",
    "임시보관함",
    // Vietnamese, Indonesian
    "Thư nháp",
    "Draf",
];
