"""A Final Draft file of our own that has everything in it once."""

from __future__ import annotations

from dataclasses import replace

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import Line, LineKind, Screenplay

FILE = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">

  <Content>
    <Paragraph Type="Action">
      <Text>FADE IN:</Text>
    </Paragraph>
    <Paragraph Number="1" Type="Scene Heading">
      <SceneProperties Color="#FF0000" Length="2/8" Page="1" Title="Breakfast">
        <Summary><Paragraph><Text>They meet.</Text></Paragraph></Summary>
        <SceneArcBeats>
          <CharacterArcBeat Name="OREN">
            <Paragraph><Text>Waits.</Text></Paragraph>
          </CharacterArcBeat>
        </SceneArcBeats>
      </SceneProperties>
      <Text>INT. KITCHEN - DAY</Text>
    </Paragraph>
    <Paragraph Type="Action" id="f206db16">
      <Text>Oren </Text>
      <Text RevisionID="1" Style="Bold+Strikeout">butters</Text>
      <Text> the </Text>
      <Text Color="#FF0000000000" TagNumber="7">TOAST &amp; JAM</Text>
      <Text>.</Text>
    </Paragraph>
    <Paragraph Type="Character">
      <Text>OREN (V.O.)</Text>
    </Paragraph>
    <Paragraph Type="Dialogue">
      <Text>Two sugars.</Text>
      <Alts Current="1"><AltId>8</AltId><AltId>9</AltId></Alts>
      <ScriptNote ID="1" WriterName="Kim"><Paragraph><Text>Or three?</Text></Paragraph></ScriptNote>
    </Paragraph>
    <Paragraph Type="General">
      <DualDialogue>
        <Paragraph Type="Character"><Text>MINA</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>It spoke.</Text></Paragraph>
        <Paragraph Type="Character"><Text>OREN</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>It did not.</Text></Paragraph>
      </DualDialogue>
    </Paragraph>
    <Paragraph Type="Start of Act" StartsNewPage="Yes">
      <Text>ACT ONE</Text>
    </Paragraph>
    <Paragraph Type="Action"><Text></Text></Paragraph>
    <Paragraph Number="2" Type="Scene Heading">
      <Text>EXT. YARD - NIGHT</Text>
    </Paragraph>
    <Paragraph Type="Action">
      <Text RevisionID="2">Rain on a tin roof.</Text>
    </Paragraph>
    <Paragraph Number="3" Type="Scene Heading">
      <Text>OMITTED</Text>
      <OmittedScene><Paragraph Type="Action"><Text>Dust.</Text></Paragraph></OmittedScene>
    </Paragraph>
    <Paragraph Number="4" Type="Scene Heading">
      <Text>INT. ATTIC - DAY</Text>
    </Paragraph>
    <Paragraph Type="Action">
      <Text>A GOLD KEY turns.</Text>
    </Paragraph>
  </Content>
  <HeaderAndFooter FooterVisible="No" HeaderFirstPage="No" HeaderVisible="Yes">
    <Header><Paragraph>
      <Text>Blue, </Text><DynamicLabel Type="Page #"/><Text>.</Text>
    </Paragraph></Header>
    <Footer><Paragraph><Text></Text></Paragraph></Footer>
  </HeaderAndFooter>
  <ElementSettings Type="Start of Act">
    <FontSpec Style="Underline+AllCaps"/><ParagraphSpec SpaceBefore="24"/>
    <Behavior PaginateAs="New Act"/>
  </ElementSettings>
  <TitlePage><Content>
    <Paragraph Alignment="Center"><Text>Right Ear Home</Text></Paragraph>
    <Paragraph Alignment="Center"><Text>written by</Text></Paragraph>
    <Paragraph Alignment="Center"><Text>Second Unit</Text></Paragraph>
  </Content></TitlePage>
  <UnanchoredScriptNotes>
    <ScriptNote><Paragraph><Text>Check the weather.</Text></Paragraph></ScriptNote>
  </UnanchoredScriptNotes>
  <LockedPages>
    <LockedPage LevelIndex="0" LockLevel="1" PageNumber="1A" Position="@LOCK"/>
  </LockedPages>
  <Revisions ActiveSet="2" RevisionMode="Yes">
    <Revision Color="#0000FF" FullRevision="No" ID="1" Mark="*" Name="Blue" PageColor="#C6C6ED"/>
    <Revision Color="#FF00FF" FullRevision="Yes" ID="2" Mark="+" Name="Pink" PageColor="#FDFDCC"/>
  </Revisions>
  <DeletedText><DeletedTextLocation Offset="@CUT" RevisionID="2"/></DeletedText>
  <Macros><Macro Name="INT" Text="INT. "/></Macros>
  <Cast><Member Actor="Man 1" Character="OREN"/></Cast>
  <SceneNumberOptions NumberScheme="1A" ShowNumbersOnLeft="Yes"/>
  <AltCollection>
    <Alt Id="8"><Paragraph><Text>One sugar.</Text></Paragraph></Alt>
    <Alt Id="9"><Paragraph><Text>No sugar.</Text></Paragraph></Alt>
  </AltCollection>
  <ListItems>
    <ListItem Id="b1" Title="The toast" Type="Beat">
      <Content><Paragraph><Text>Burnt.</Text></Paragraph></Content>
    </ListItem>
  </ListItems>
  <TagData>
    <TagCategories><TagCategory Color="#0" Id="05c556eb" Name="Props" Number="6"/></TagCategories>
    <TagDefinitions>
      <TagDefinition CatId="05c556eb" Id="d1" Label="TOAST" Number="1"/>
    </TagDefinitions>
    <Tags><Tag Number="7"><DefId>d1</DefId></Tag></Tags>
  </TagData>
  <ScriptNotes>
    <ScriptNote DateTime="20261125T100000" Name="Key" Range="@KEY" Type="Producer" WriterName="Ana">
      <Paragraph><Text>Gold or brass?</Text></Paragraph>
    </ScriptNote>
  </ScriptNotes>
</FinalDraft>
"""

_ROWS = [
    "FADE IN:",
    "INT. KITCHEN - DAY",
    "Oren butters the TOAST & JAM.",
    "OREN (V.O.)",
    "Two sugars.",
    "@@",  # a dual dialogue counts three
    "ACT ONE",
    "",
    "EXT. YARD - NIGHT",
    "Rain on a tin roof.",
    "OMITTED",
    "INT. ATTIC - DAY",
    "A GOLD KEY turns.",
]
SCRIPT = "\n".join(_ROWS)
"""The words of the file as Final Draft counts them."""


def position(words: str) -> int:
    """Where some words begin, as Final Draft counts."""
    return SCRIPT.index(words)


def whole_file() -> bytes:
    """The file, its positions filled in."""
    key = position("GOLD KEY")
    text = FILE.replace("@KEY", f"{key},{key + 8}").replace("@LOCK", str(position("EXT. YARD")))
    return text.replace("@CUT", str(position(" on a tin"))).encode()


def read(data: bytes) -> Screenplay:
    """The script of a file that is in order."""
    script = FORMAT.read(data, "whole.fdx").screenplay
    assert script is not None
    return script


def lines_of(script: Screenplay) -> list[Line]:
    """Every line."""
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def find(script: Screenplay, words: str) -> Line:
    """The first line that has some words in it."""
    return next(line for line in lines_of(script) if words in line.text)


def said(script: Screenplay) -> list[tuple[LineKind, str, str]]:
    """What its lines say."""
    return [(line.kind, line.text, line.extension) for line in lines_of(script)]


def reword(script: Screenplay, words: str, other: str) -> Screenplay:
    """The script with some words changed wherever they stand."""

    def change(line: Line) -> Line:
        return replace(line, text=line.text.replace(words, other)) if words in line.text else line

    return replace(
        script,
        opening=tuple(map(change, script.opening)),
        scenes=tuple(
            replace(scene, lines=tuple(map(change, scene.lines))) for scene in script.scenes
        ),
    )


def bare(script: Screenplay) -> list[Line]:
    """Its lines without where they stand."""
    return [replace(line, row=0, spot=None) for line in lines_of(script)]
