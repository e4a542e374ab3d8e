extension Catalogue {
    /// All free messages; a table of another file is listed here.
    static let messages: [MessageKey: BilingualText] =
        messageTables.reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }

    static let messageTables: [[MessageKey: BilingualText]] = [
        headingMessages,
        commonMessages,
        expectationMessages,
        daemonMessages,
        commandMessages,
        certificateMessages,
        certificateTextMessages,
    ]

    private static let headingMessages: [MessageKey: BilingualText] = [
        .headingReference: BilingualText("Reference", "Referencia"),
        .headingType: BilingualText("Type", "Tipo"),
        .headingFrom: BilingualText("From", "De"),
        .headingTo: BilingualText("To", "Para"),
        .headingUrgency: BilingualText("Urgency", "Urgencia"),
        .headingState: BilingualText("State", "Estado"),
        .headingTitle: BilingualText("Title", "Título"),
        .headingDraftedAt: BilingualText("Drafted", "Redactado"),
        .headingExpiresAt: BilingualText("Expires", "Vence"),
        .headingRecipient: BilingualText("Recipient", "Destinatario"),
        .headingReceipt: BilingualText("Receipt", "Constancia de entrega"),
        .headingReading: BilingualText("First reading", "Primera lectura"),
        .headingAcknowledgement: BilingualText("Acknowledgement", "Acuse de recibo"),
        .headingTime: BilingualText("Time", "Hora"),
        .headingEvent: BilingualText("Event", "Evento"),
        .headingOfficer: BilingualText("Officer", "Servidor público"),
        .headingRoles: BilingualText("Roles", "Funciones"),
        .headingNode: BilingualText("Node", "Nodo"),
        .headingFingerprint: BilingualText("Fingerprint", "Huella digital"),
    ]

    private static let commonMessages: [MessageKey: BilingualText] = [
        .nothingToShow: BilingualText("nothing to show", "no hay nada que mostrar"),
        .errorCause: BilingualText("{object}: {cause}", "{object}: {cause}"),
        .errorNextStep: BilingualText("next step: {nextStep}", "siguiente paso: {nextStep}"),
        .documentValid: BilingualText(
            "the document is valid ({schema})", "el documento es válido ({schema})"),
        .documentFindings: BilingualText(
            "errors in the document: {count}", "errores en el documento: {count}"),
        .documentNewerSchema: BilingualText(
            "this document follows a newer version ({schema}); fields unknown here are shown by "
                + "their raw names",
            "este documento sigue una versión más reciente ({schema}); los campos que aquí no se "
                + "conocen se muestran con su nombre original"),
        .yes: BilingualText("yes", "sí"),
        .no: BilingualText("no", "no"),
        .banner: BilingualText(
            "{tlp} · handling {handling} · lead purposes only, not evidence",
            "{tlp} · tratamiento {handling} · sólo para fines de investigación, sin valor "
                + "probatorio"),
    ]
}
