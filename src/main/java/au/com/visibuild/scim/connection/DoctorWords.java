package au.com.visibuild.scim.connection;

import java.util.Map;

/**
 * All that the doctor says: for each finding what was received, and one next step. What stands in braces is filled in from
 * what is stored; nothing else is known.
 */
enum DoctorWords {
    NOTHING_SEEN(
            "No request has reached us for your company since {since}. Either your identity provider hasn't sent one, it"
                    + " uses another address, it sent no token, or a firewall stops it. We can't see requests that"
                    + " don't get here.",
            "Compare the endpoint URL in your identity provider with the one on this page, and check that the token is"
                    + " filled in there."),
    TOKEN_SWITCHED_OFF(
            "Your identity provider reached us at {at} with the token …{token}, which ended on {ended} when {who}"
                    + " turned SCIM off.",
            "{switchedOff}"),
    FEATURE_OFF(
            "Your identity provider reached us at {at}, but SCIM is not part of your account at present.",
            "Ask your Visibuild account manager."),
    NOT_BEARER(
            "The token is right, but the request of {at} used {scheme} sign-in. We need Bearer.",
            "Change the authentication mode in your identity provider to HTTP header with a bearer token."),
    NO_SCHEME(
            "The token is right, but the request of {at} sent it without the word Bearer before it.",
            "Put the word Bearer and a space before the token in your identity provider's field."),
    SEVERAL_HEADERS(
            "The token is right, but the request of {at} had more than one Authorization header.",
            "Remove the other sign-in from your identity provider's settings."),
    DOUBLED_BEARER(
            "The token is right, but the request of {at} sent it with the word Bearer twice.",
            "Paste the token alone into your identity provider's field."),
    QUOTED(
            "The token is right, but the request of {at} sent it in quotation marks.",
            "Paste the token without quotation marks into your identity provider's field."),
    BLANKS(
            "The token is right, but the request of {at} sent it with a space or line break in it.",
            "Paste the token again, without spaces, into your identity provider's field."),
    TOKEN_REPLACED(
            "Your identity provider still uses the token …{token}, which was replaced on {ended} by {who}. The last time"
                    + " was {at}.",
            "Paste the new token into your identity provider; if it is lost, regenerate it."),
    TOKEN_EXPIRED(
            "The token …{token} that your identity provider uses expired on {ended}. The last time was {at}.",
            "Regenerate the token and paste the new one into your identity provider."),
    TOKEN_TRUNCATED(
            "The request of {at} carried only a part of the token …{token}: we received {length} characters, ours have"
                    + " {whole}.",
            "Copy the whole token again; if it is lost, regenerate it."),
    TOKEN_ALTERED(
            "The request of {at} carried something that begins like the token …{token} and is another: we received"
                    + " {length} characters, ours have {whole}.",
            "Copy the token again; if it is lost, regenerate it."),
    WRONG_PATH(
            "The address is wrong: the request of {at} went to {path}. The endpoint URL ends in /scim_v2/ (or"
                    + " /scim/v2/), and your identity provider adds the rest, such as /Users.",
            "Copy the endpoint URL from this page into your identity provider, without anything behind it."),
    WRONG_METHOD(
            "The request of {at} sent {method} to {path}, which does not take it.",
            "Compare the endpoint URL in your identity provider with the one on this page."),
    CONTENT_TYPE(
            "The content type of the request of {at} was {contentType}. SCIM needs application/scim+json (we also take"
                    + " application/json).",
            "Change the content type in your identity provider's settings."),
    ACCEPT(
            "The request of {at} asked for an answer in a form that SCIM does not have. Answers are"
                    + " application/scim+json or application/json.",
            "Change the Accept header in your identity provider's settings."),
    BODY(
            "The body of the request of {at} couldn't be understood: {detail}",
            "Send this and the request id to your identity provider's support."),
    TOO_LARGE(
            "The request of {at} was larger than we read. {detail}",
            "Have your identity provider send less in one request."),
    FILTER(
            "A filter couldn't be read in the request of {at}: {detail}",
            "Check which attribute your identity provider matches people by; userName always works."),
    PATCH_PATH(
            "The request of {at} changes an attribute that there is not: {detail}",
            "Look at the attribute mapping in your identity provider."),
    VALUE(
            "A value in the request of {at} can't be taken: {detail}",
            "Look at the attribute mapping in your identity provider."),
    CONFLICT(
            "{existing}",
            "Have your identity provider match the existing person by userName, or change the name of one of them. The"
                    + " provisioning log has the details."),
    NOT_OFFERED(
            "Your identity provider asked at {at} for something that is not offered: {detail}",
            "Switch group provisioning off in your identity provider."),
    FAULT(
            "That was our fault, at {at}. Request id {requestId}. Your identity provider will try again.",
            "Nothing you need to do. If it stays, tell Visibuild's support the request id."),
    CHANGED_MEANWHILE(
            "The person changed between two requests of your identity provider, at {at}. It reads again and repeats.",
            "Nothing you need to do."),
    UNKNOWN_ID(
            "Your identity provider asked at {at} for a person we don't have. It will normally look the person up and"
                    + " create the person next.",
            "Nothing you need to do."),
    WORKS_THEN_QUIET(
            "The last request that worked came at {at} ({route}, answered {status}), and nothing has come since. {writes}",
            "Check in your identity provider that provisioning is started and that people are assigned to the"
                    + " application."),
    WORKS(
            "Connection works. Your identity provider sent {route} and got a correct answer at {at} ({millis} ms).",
            "Assign a test person to the application in your identity provider.");

    private final String message;
    private final String nextStep;

    DoctorWords(String message, String nextStep) {
        this.message = message;
        this.nextStep = nextStep;
    }

    static String message(Finding finding, Map<String, String> facts) {
        return filled(valueOf(finding.name()).message, facts);
    }

    static String nextStep(Finding finding, Map<String, String> facts) {
        return filled(valueOf(finding.name()).nextStep, facts);
    }

    private static String filled(String words, Map<String, String> facts) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            int open = words.indexOf('{', at);
            int close = open < 0 ? -1 : words.indexOf('}', open);
            if (close < 0) {
                return text.append(words, at, words.length()).toString();
            }
            text.append(words, at, open).append(facts.getOrDefault(words.substring(open + 1, close), "–"));
            at = close + 1;
        }
        return text.toString();
    }
}
