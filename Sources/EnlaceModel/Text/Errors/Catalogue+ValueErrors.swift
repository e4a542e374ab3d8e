extension Catalogue {
    /// Identifiers and values.
    static let valueErrors: [ErrorCode: ErrorText] = [
        .nodeIDMalformed: ErrorText(
            en: (
                "this is not the name of a node",
                "write it with capitals, digits and hyphens, country first, such as US-DHS-HSI-NYC"
            ),
            es: (
                "este no es el nombre de un nodo",
                "escríbalo con mayúsculas, dígitos y guiones, primero el país, como MX-FGR-FEVIMTRA"
            )),
        .officerIDMalformed: ErrorText(
            en: (
                "this is not the name of an officer",
                "write it as NODE/name with lower-case letters, digits and hyphens in the name"
            ),
            es: (
                "este no es el identificador de un servidor público",
                "escríbalo como NODO/nombre, con minúsculas, dígitos y guiones en el nombre"
            )),
        .messageIDMalformed: ErrorText(
            en: (
                "this is not a message identifier",
                "write it as a UUID in lower case, 36 characters with hyphens"
            ),
            es: (
                "este no es un identificador de mensaje",
                "escríbalo como UUID en minúsculas, de 36 caracteres con guiones"
            )),
        .referenceMalformed: ErrorText(
            en: (
                "this is not a reference number",
                "write it as NODE/YEAR/NUMBER with six digits, such as US-DHS-HSI-NYC/2026/000417"
            ),
            es: (
                "este no es un número de referencia",
                "escríbalo como NODO/AÑO/NÚMERO con seis dígitos, como MX-FGR-FEVIMTRA/2026/000093"
            )),
        .timeMalformed: ErrorText(
            en: (
                "this is not a point in time",
                "write it in UTC, such as 2026-11-23T20:31:07Z"
            ),
            es: (
                "esta no es una fecha y hora",
                "escríbala en UTC, como 2026-11-23T20:31:07Z"
            )),
        .digestMalformed: ErrorText(
            en: (
                "this is not a SHA-256 digest",
                "give 64 lower-case hexadecimal digits"
            ),
            es: (
                "este no es un resumen SHA-256",
                "indique 64 dígitos hexadecimales en minúsculas"
            )),
        .base64Malformed: ErrorText(
            en: (
                "this is not canonical base64",
                "get the text again from its source; it was cut or changed on the way"
            ),
            es: (
                "este no es base64 canónico",
                "obtenga de nuevo el texto de su origen; fue cortado o alterado en el camino"
            )),
        .bytesTruncated: ErrorText(
            en: (
                "the data ends too early[; {expected} bytes more were expected]",
                "get the data again from its source"
            ),
            es: (
                "los datos terminan antes de tiempo[; se esperaban {expected} bytes más]",
                "obtenga de nuevo los datos de su origen"
            )),
        .bytesTrailing: ErrorText(
            en: (
                "there is more data than the format allows",
                "get the data again from its source"
            ),
            es: (
                "hay más datos de los que el formato permite",
                "obtenga de nuevo los datos de su origen"
            )),
        .bytesMalformed: ErrorText(
            en: (
                "the data is not in the expected format[; expected {expected}]",
                "get the data again from its source"
            ),
            es: (
                "los datos no tienen el formato esperado[; se esperaba {expected}]",
                "obtenga de nuevo los datos de su origen"
            )),
    ]
}
