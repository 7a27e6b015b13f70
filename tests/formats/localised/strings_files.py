"""Small files of strings of every kind, an original and a translation that lacks some of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Files:
    original_name: str
    original: bytes
    name: str
    translation: bytes

    @property
    def kind(self) -> str:
        return self.name


ANDROID = Files(
    "res/values/strings.xml",
    rb"""<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <string name="title">The keeper\'s   gate</string>
    <string name="rich">Press <b>Open</b> for <xliff:g id="n">%1$s</xliff:g> now</string>
    <string name="brand" translatable="false">Quaylight</string>
    <string name="linked">@string/title</string>
    <plurals name="boats">
        <item quantity="one">%d boat</item>
        <item quantity="other">%d boats</item>
    </plurals>
    <string-array name="days">
        <item>Moonday</item>
        <item>Tideday</item>
    </string-array>
    <string name="last">"  Farewell &amp; thanks"</string>
</resources>
""",
    "res/values-ru/strings.xml",
    """<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- the name of a screen -->
    <string name="title">Ворота смотрителя</string>
    <string name="last"></string>
</resources>
""".encode(),
)

APPLE = Files(
    "en.lproj/Main.strings",
    b'/* the title */\n"title" = "The keeper\'s \\"gate\\"";\n\n"rich" = "Line\\none";\n"last" = "Farewell";\n',
    "ru.lproj/Main.strings",
    '/* the title */\n"title" = "Ворота \\"смотрителя\\"";\n"last" = "";\n'.encode("utf-16"),
)

JAVA = Files(
    "messages.properties",
    b"# the title\ntitle = The keeper''s \\\n    gate {0}\nrich=Tab\\there\nlast: Farewell\n",
    "messages_ru.properties",
    "# the title\ntitle = Ворота {0}\nlast =\n".encode(),
)

DOTNET = Files(
    "Screens.resx",
    b"""<?xml version="1.0" encoding="utf-8"?>
<root>
  <resheader name="version"><value>2.0</value></resheader>
  <data name="title" xml:space="preserve">
    <value>The keeper's gate {0}</value>
    <comment>the title</comment>
  </data>
  <data name="logo" type="System.Resources.ResXFileRef, System.Windows.Forms"><value>logo.png</value></data>
  <data name="rich" xml:space="preserve">
    <value>Sails &amp; oars</value>
  </data>
  <data name="last" xml:space="preserve">
    <value>Farewell</value>
  </data>
</root>
""",
    "Screens.ru.resx",
    """<?xml version="1.0" encoding="utf-8"?>
<root>
  <data name="title" xml:space="preserve">
    <value>Ворота {0}</value>
  </data>
  <data name="last" xml:space="preserve">
    <value/>
  </data>
</root>
""".encode(),
)

NESTED = Files(
    "locales/en.json",
    b"""{
  "menu": {
    "title": "The keeper's \\"gate\\"",
    "rich": "Line\\none",
    "boats_one": "{{count}} boat",
    "boats_other": "{{count}} boats"
  },
  "days": ["Moonday", "Tideday"],
  "size": 3,
  "last": "Farewell"
}
""",
    "locales/ru.json",
    """{
  "menu": {
    "title": "Ворота \\u0022смотрителя\\""
  },
  "last": ""
}
""".encode(),
)

EXTENSION = Files(
    "_locales/en/messages.json",
    b"""{
  "title": {"message": "The keeper's gate", "description": "the title"},
  "rich": {"message": "Rope $NAME$", "placeholders": {"name": {"content": "$1"}}},
  "last": {"message": "Farewell"}
}
""",
    "_locales/ru/messages.json",
    """{
  "title": {"message": "Ворота"},
  "last": {"message": ""}
}
""".encode(),
)

FLUTTER = Files(
    "lib/app_en.arb",
    b"""{
  "@@locale": "en",
  "title": "The keeper's gate",
  "@title": {"description": "the title"},
  "rich": "Rope {name}",
  "last": "Farewell"
}
""",
    "lib/app_ru.arb",
    """{
  "@@locale": "ru",
  "title": "Ворота",
  "last": ""
}
""".encode(),
)

STRINGSDICT = Files(
    "en.lproj/Main.stringsdict",
    b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>last</key>
    <dict>
        <key>NSStringLocalizedFormatKey</key>
        <string>%#@boats@</string>
        <key>boats</key>
        <dict>
            <key>NSStringFormatSpecTypeKey</key>
            <string>NSStringPluralRuleType</string>
            <key>one</key>
            <string>%d boat</string>
            <key>other</key>
            <string>%d boats</string>
        </dict>
    </dict>
</dict>
</plist>
""",
    "ru.lproj/Main.stringsdict",
    """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <key>last</key>
    <dict>
        <key>NSStringLocalizedFormatKey</key>
        <string>%#@boats@</string>
        <key>boats</key>
        <dict>
            <key>NSStringFormatSpecTypeKey</key>
            <string>NSStringPluralRuleType</string>
            <key>one</key>
            <string>%d лодка</string>
            <key>few</key>
            <string></string>
        </dict>
    </dict>
</dict>
</plist>
""".encode(),
)

PLAIN = (ANDROID, APPLE, JAVA, DOTNET, NESTED, EXTENSION, FLUTTER)
"""With the keys title, rich and last: one translated, one missing, one empty."""
ALL = (*PLAIN, STRINGSDICT)
