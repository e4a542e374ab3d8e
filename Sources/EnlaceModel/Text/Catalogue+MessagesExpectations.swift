extension Catalogue {
    /// What would have been right, in findings about a document.
    static let expectationMessages: [MessageKey: BilingualText] = [
        .expectNothing: BilingualText("leave the field out", "omita el campo"),
        .expectOnce: BilingualText("each item once", "cada elemento una sola vez"),
        .expectLine: BilingualText("a text of one line", "un texto de una línea"),
        .expectText: BilingualText("a text", "un texto"),
        .expectCode: BilingualText("one of: {codes}", "una de: {codes}"),
        .expectCodeBy: BilingualText(
            "a code of the scheme in {name}", "una clave del esquema indicado en {name}"),
        .expectForm: BilingualText("a text such as {example}", "un texto como {example}"),
        .expectInteger: BilingualText(
            "a whole number from {from} to {to}", "un número entero de {from} a {to}"),
        .expectFlag: BilingualText("true or false", "true o false"),
        .expectDigest: BilingualText(
            "64 lower-case hexadecimal digits", "64 dígitos hexadecimales en minúsculas"),
        .expectHandling: BilingualText(
            "H0, H1, H2, or H3: with the restriction in words",
            "H0, H1, H2, o bien H3: con la restricción en palabras"),
        .expectObject: BilingualText("an object", "un objeto"),
        .expectList: BilingualText("a list", "una lista"),
        .expectKnownField: BilingualText(
            "only fields of the document type", "sólo campos del tipo de documento"),
        .expectNearField: BilingualText("perhaps {name}", "quizá {name}"),
        .expectAtMost: BilingualText("at most {limit} items", "máximo {limit} elementos"),
        .expectAtLeast: BilingualText("at least {limit} items", "mínimo {limit} elementos"),
        .expectAtMostBytes: BilingualText("at most {limit} bytes", "máximo {limit} bytes"),
        .expectWithout: BilingualText("a text without {character}", "un texto sin {character}"),
        .expectOfficersOf: BilingualText(
            "at least one officer of {nodes}", "al menos un servidor público de {nodes}"),
        .expectOtherThan: BilingualText(
            "another value than {value}", "un valor distinto de {value}"),
        .expectAfter: BilingualText("a moment after {time}", "una fecha y hora posterior a {time}"),
        .expectNotAfter: BilingualText(
            "a moment not after {time}", "una fecha y hora no posterior a {time}"),
        .expectSame: BilingualText("the same value as {name}", "el mismo valor que {name}"),
        .expectTypes: BilingualText(
            "a type that may be answered", "un tipo que se pueda responder"),
    ]
}
