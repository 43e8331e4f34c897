package opaque

import (
	"bytes"
	"crypto/sha512"
	"encoding/binary"
)

// keys is what both ends derive at the end of the exchange (§6.4.2).
type keys struct {
	serverMAC         []byte
	expectedClientMAC []byte
	session           []byte
}

// preamble is the transcript that both ends authenticate (§6.4.2.1).
func preamble(context, clientIdentity, ke1, serverIdentity, credentialResponse, serverNonce, serverKeyshare []byte) []byte {
	var b bytes.Buffer
	b.WriteString("OPAQUEv1-")
	for _, field := range [][]byte{context, clientIdentity} {
		b.Write(withLength(field))
	}
	b.Write(ke1)
	b.Write(withLength(serverIdentity))
	b.Write(credentialResponse)
	b.Write(serverNonce)
	b.Write(serverKeyshare)
	return b.Bytes()
}

// withLength puts the field's length, two bytes, before it.
func withLength(field []byte) []byte {
	return append(binary.BigEndian.AppendUint16(nil, uint16(len(field))), field...)
}

// deriveKeys is DeriveKeys of §6.4.2.2 with both MACs.
func deriveKeys(ikm, preamble []byte) keys {
	prk := extract(ikm)
	transcript := sha512.Sum512(preamble)
	handshake := deriveSecret(prk, "HandshakeSecret", transcript[:])
	k := keys{session: deriveSecret(prk, "SessionKey", transcript[:])}
	k.serverMAC = mac(deriveSecret(handshake, "ServerMAC", nil), transcript[:])
	finished := sha512.Sum512(append(bytes.Clone(preamble), k.serverMAC...))
	k.expectedClientMAC = mac(deriveSecret(handshake, "ClientMAC", nil), finished[:])
	return k
}

// deriveSecret is Derive-Secret of §6.4.2.
func deriveSecret(secret []byte, label string, transcript []byte) []byte {
	label = "OPAQUE-" + label
	info := binary.BigEndian.AppendUint16(nil, nHash)
	info = append(info, byte(len(label)))
	info = append(info, label...)
	info = append(info, byte(len(transcript)))
	info = append(info, transcript...)
	return expand(secret, string(info), nHash)
}
