/// The fields about persons, places and things, shared by leads and intelligence reports.
enum FactFields {
    static let all: [FieldSpec] = conduct + persons + things + references

    private static let conduct: [FieldSpec] = [
        FieldSpec("act", "Acts", "Conductas", .codes(CodeLists.act)),
        FieldSpec("means", "Means", "Medios", .codes(CodeLists.means)),
        FieldSpec(
            "exploitation", "Forms of exploitation", "Fines de explotación",
            .codes(CodeLists.exploitation)),
        FieldSpec(
            "methodsOfControl", "Methods of control", "Métodos de control",
            .codes(CodeLists.control)),
        FieldSpec("recruitment", "Recruitment", "Enganche", .codes(CodeLists.recruitment)),
        FieldSpec(
            "iloIndicators", "ILO indicators", "Indicadores de la OIT",
            .codes(CodeLists.iloIndicators)),
        FieldSpec("venue", "Venue", "Lugar de explotación", .codes(CodeLists.venue)),
        FieldSpec("industry", "Industry (ISIC)", "Sector (CIIU)", .code(CodeLists.industry)),
    ]

    private static let subject = FieldKind.objects(
        .required("token", "Token", "Clave", .pattern(.token)),
        FieldSpec("role", "Role", "Papel", .code(CodeLists.role)),
        FieldSpec("status", "Status", "Calidad", .code(CodeLists.personStatus)),
        FieldSpec("given", "Given names", "Nombres", .line),
        FieldSpec("paternal", "Paternal surname", "Apellido paterno", .line),
        FieldSpec("maternal", "Maternal surname", "Apellido materno", .line),
        FieldSpec("alias", "Aliases", "Apodos", .list(.line)),
        FieldSpec("birth", "Date of birth", "Fecha de nacimiento", .pattern(.partialDate)),
        FieldSpec("ageBand", "Age band", "Rango de edad", .pattern(.ageBand)),
        FieldSpec("sex", "Sex", "Sexo", .code(CodeLists.sex)),
        FieldSpec("nationality", "Nationality", "Nacionalidad", .list(.pattern(.country))),
        FieldSpec("ids", "Identity documents", "Documentos de identidad", identifiers))

    private static let identifiers = FieldKind.objects(
        .required("kind", "Kind", "Tipo", .line), .required("value", "Value", "Valor", .line),
        FieldSpec("country", "Country", "País", .pattern(.country)))

    private static let victim = FieldKind.objects(
        FieldSpec("token", "Token", "Clave", .pattern(.token)),
        FieldSpec("count", "Number of persons", "Número de personas", .integer(1...100_000)),
        .required("status", "Status", "Calidad", .code(CodeLists.victimStatus)),
        FieldSpec("decidedBy", "Decided by", "Determinado por", .line),
        FieldSpec("minor", "Minor", "Menor de edad", .flag),
        FieldSpec("sex", "Sex", "Sexo", .code(CodeLists.sex)),
        FieldSpec("ageBand", "Age band", "Rango de edad", .pattern(.ageBand)),
        FieldSpec("language", "Language", "Idioma", .pattern(.language)),
        FieldSpec("languages", "Languages", "Idiomas", .list(.pattern(.language))),
        FieldSpec("needs", "Needs", "Necesidades", .list(.line)),
        FieldSpec("consent", "Consent", "Consentimiento", .flag),
        FieldSpec(
            "protected1367", "Protected by 8 USC 1367", "Protegida por 8 USC 1367", .flag),
        FieldSpec("contact", "Contact through", "Contacto por medio de", .line))

    private static let child = FieldKind.objects(
        .required("token", "Token", "Clave", .pattern(.token)),
        FieldSpec("relation", "Relation", "Parentesco", .line),
        FieldSpec("ageBand", "Age band", "Rango de edad", .pattern(.ageBand)),
        FieldSpec("heldBy", "Held by", "En poder de", .pattern(.token)),
        FieldSpec(
            "lastKnown", "Last known place", "Último lugar conocido",
            .object(
                .required("iso", "State or country", "Entidad o país", .pattern(.place)),
                FieldSpec("municipality", "Municipality", "Municipio", .line))),
        FieldSpec("custodyOrder", "Custody order", "Orden de custodia", .flag),
        FieldSpec("authority", "Child protection authority", "Autoridad de protección", .node))

    private static let persons: [FieldSpec] = [
        FieldSpec("subjects", "Persons", "Personas", subject),
        FieldSpec("victims", "Victims", "Víctimas", victim),
        FieldSpec("children", "Victims' children", "Hijas o hijos de víctimas", child),
    ]

    private static let location = FieldKind.objects(
        .required("type", "Kind of place", "Tipo de lugar", .code(CodeLists.locationType)),
        .required("iso", "State or country", "Entidad o país", .pattern(.place)),
        FieldSpec("municipality", "Municipality", "Municipio", .line),
        FieldSpec("precision", "Precision", "Precisión", .code(CodeLists.precision)),
        FieldSpec("date", "Date", "Fecha", .date),
        FieldSpec("desc", "Description", "Descripción", .line))

    private static let things: [FieldSpec] = [
        FieldSpec("locations", "Places", "Lugares", location),
        FieldSpec(
            "comms", "Communications", "Comunicaciones",
            .objects(
                .required("kind", "Kind", "Tipo", .code(CodeLists.communication)),
                .required("value", "Value", "Valor", .line))),
        FieldSpec(
            "vehicles", "Vehicles", "Vehículos",
            .objects(
                FieldSpec("plate", "Plate", "Placas", .line),
                FieldSpec("vin", "VIN", "NIV", .line),
                FieldSpec("desc", "Description", "Descripción", .line))),
        FieldSpec("documents", "Documents", "Documentos", identifiers),
        FieldSpec("accounts", "Accounts", "Cuentas", identifiers),
        FieldSpec(
            "orgs", "Organizations", "Organizaciones",
            .objects(
                .required("name", "Name", "Nombre", .line),
                FieldSpec("role", "Role", "Papel", .code(CodeLists.role)),
                FieldSpec("rfc", "Tax number (RFC)", "RFC", .line))),
        FieldSpec(
            "financial", "Financial indicators", "Indicadores financieros",
            .objects(
                .required("typology", "Typology", "Tipología", .code(CodeLists.financial)),
                FieldSpec("amount", "Amount", "Monto", .pattern(.amount)),
                FieldSpec("currency", "Currency", "Moneda", .pattern(.currency)),
                FieldSpec("corridor", "Corridor", "Corredor", .line),
                FieldSpec(
                    "bsaDerived", "Derived from bank-secrecy reports",
                    "Derivado de reportes bancarios", .flag))),
    ]

    private static let references: [FieldSpec] = [
        FieldSpec(
            "warrant", "Warrant", "Orden de aprehensión",
            .object(
                .required("court", "Court", "Juzgado", .line),
                .required("docket", "Docket", "Expediente", .line),
                FieldSpec(
                    "extraditionLimitation", "Extradition limitation", "Límite de extradición",
                    .line))),
        FieldSpec("formalRequestRef", "Formal request", "Solicitud formal", .line),
        FieldSpec("caseRefs", "Case references", "Carpetas de investigación", .list(.line)),
        FieldSpec(
            "deconfliction", "Deconfliction", "Deconflicción",
            .object(
                .required("state", "State", "Estado", .code(CodeLists.deconfliction)),
                FieldSpec("reason", "Reason", "Motivo", .line),
                FieldSpec("system", "System", "Sistema", .line),
                FieldSpec("ref", "Reference", "Referencia", .line),
                FieldSpec("resolution", "Resolution", "Resolución", .code(CodeLists.resolution)))),
    ]
}
