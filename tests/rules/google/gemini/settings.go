package claims

func standard() settings {
	// evidence: google.gemini/model-setting
	return settings{Model: "gemini-2.5-pro"}
}

func pictures() settings {
	// ok: google.gemini/model-setting
	return settings{Model: "gemini-3.1-flash-image-preview"}
}

func plain() settings {
	// evidence: google.gemini/model-setting
	return settings{Model: "gemini-pro"}
}

func named() settings {
	// ok: google.gemini/model-setting
	return settings{Name: "gemini-desk"}
}
