/**
 * A self-signed certificate for `localhost`, of no use anywhere else, made with `openssl req -x509 -newkey ec
 * -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost -addext
 * subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjyQYwjaJdoDcIlWt
Fk80S2Wwy4c4tBBUN8nk30fuyKKhRANCAASR3jgA3wg+sNhrbB+u+85aUNQs+pei
W17A2ScZVNPZsirzjFTBwgYMufI2bPsSK0S3tEF563AY1H73bOokO8Mm
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUTcR/793uQStAcYe2+x8AyeO+rpEwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAxNTcwMFoYDzIxMjYxMDI5
MDE1NzAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASR3jgA3wg+sNhrbB+u+85aUNQs+peiW17A2ScZVNPZsirzjFTBwgYM
ufI2bPsSK0S3tEF563AY1H73bOokO8Mmo28wbTAdBgNVHQ4EFgQU7OSDHlg8rbr7
Xzwhe7uXlDE7n9cwHwYDVR0jBBgwFoAU7OSDHlg8rbr7Xzwhe7uXlDE7n9cwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAI0fgLz5MYj3FA2creK1MvoeNYzJs7a/+Atr3ScbEo/NAiEA
scJ3bScnxNnwDcq8VceQlMQ4U2OBjrCzYfUVT+satVs=
-----END CERTIFICATE-----
`,
};
