"""Words for what families are asked on fixed days, what they write, and what they are answered."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import LetterKind, NoticeChannel, NoticeHours, Question, ReplySentence, SlotTask, WithoutAnswer

TABLES: dict[str, Mapping[str, str]] = {
    "question": {
        Question.TATTOOS: _("Does the person have a tattoo? What does it show, and where?"),
        Question.SCARS: _("Does the person have a scar? Where?"),
        Question.AMPUTATION: _("Is a finger, a hand or another part of the body missing?"),
        Question.TEETH_MISSING: _("Are teeth missing? Which ones?"),
        Question.TEETH_METAL: _("Does the person have a tooth of gold or another metal?"),
        Question.HANDEDNESS: _("With which hand does the person write or eat?"),
        Question.EYE_COLOUR: _("What colour are the person's eyes?"),
        Question.HAIR: _("What is the person's hair like?"),
        Question.HEIGHT: _("How tall is the person?"),
        Question.BUILD: _("Is the person thin, of medium build or heavy?"),
        Question.GLASSES: _("Does the person wear glasses?"),
        Question.BLOOD_GROUP: _("What blood group does the person have?"),
        Question.OPERATIONS: _("Did the person ever have an operation?"),
        Question.FRACTURES: _("Did the person ever break a bone?"),
        Question.CLOTHES_LAST: _("Which clothes did the person wear when you last knew of them?"),
        Question.JEWELLERY: _("Does the person wear a ring, a chain or other jewellery?"),
        Question.COMPANIONS: _("With whom did the person travel?"),
        Question.NUMBER_CALLED_FROM: _("From which number did the person last call or write?"),
        Question.CARRIED_PAPERS: _("Which papers did the person carry?"),
        Question.FATHERS_NAME: _("What is the name of the person's father?"),
        Question.MOTHERS_NAME: _("What is the name of the person's mother?"),
        Question.NICKNAME: _("Is there another name by which people call the person?"),
        Question.LANGUAGES_SPOKEN: _("Which languages does the person speak?"),
    },
    "slot_task": {
        SlotTask.TALK: _("Talk with a person of the committee"),
        SlotTask.CONTROL_FACT: _("Write down something that only your family knows"),
        SlotTask.NAMING_CONSENT: _("Say who may tell the person that you are looking for them"),
        SlotTask.FORENSIC_CONSENT: _("Say whether your search may be given to a forensic service"),
        SlotTask.SAMPLE: _("Ask how a relative can give a DNA sample, if you wish"),
        SlotTask.READ_OVER: _("Read over what you wrote: is anything new?"),
    },
    "letter_kind": {
        LetterKind.ASK_ABOUT_CASE: _("Ask about my search"),
    },
    "reply_sentence": {
        ReplySentence.WE_READ_IT: _("We have read what you wrote."),
        ReplySentence.WE_WILL_CALL: _("We want to call you. Please look whether your page says how and when we may."),
        ReplySentence.COMPARING_GOES_ON: _("Your search is compared with every new report, as before."),
        ReplySentence.PLEASE_ADD: _("Please add to your page whatever else you know."),
        ReplySentence.OFFICE_WAS_ASKED: _(
            "An office was asked. What we can say of it stands under “What was done for your search”."
        ),
        ReplySentence.ASK_ELSEWHERE: _("We cannot answer this here."),
    },
    "without_answer": {
        WithoutAnswer.NONE: _("No, there is none"),
        WithoutAnswer.UNKNOWN: _("I do not know"),
        WithoutAnswer.RATHER_NOT: _("I would rather not say"),
    },
    "notice_hours": {
        NoticeHours.ANY: _("Any time from 9 to 20 o'clock"),
        NoticeHours.MORNING: _("In the morning, from 9 to 12 o'clock"),
        NoticeHours.AFTERNOON: _("In the afternoon, from 12 to 17 o'clock"),
        NoticeHours.EVENING: _("In the evening, from 17 to 20 o'clock"),
    },
    "notice_channel": {
        NoticeChannel.EMAIL: _("By e-mail"),
        NoticeChannel.SMS: _("By text message"),
    },
}
