package fovea.app.text;

import java.util.Locale;

/// The languages the window speaks.
public enum Language {
    ENGLISH(Locale.ENGLISH, "English", ""),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文", "_zh_CN");

    private final Locale locale;
    private final String ownName;
    private final String suffix;

    Language(Locale locale, String ownName, String suffix) {
        this.locale = locale;
        this.ownName = ownName;
        this.suffix = suffix;
    }

    public Locale locale() {
        return locale;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    String suffix() {
        return suffix;
    }

    /// The language of this machine's user.
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage())
                ? CHINESE
                : ENGLISH;
    }
}
