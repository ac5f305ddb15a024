package au.com.visibuild.scim.platform;

import au.com.visibuild.scim.protocol.schema.SoundText;

/** Where in a JSON text the reader is, kept cheaply and spelt out only for a fault: {@code Operations[0].value}. */
final class AttributeJsonPlace {

    private final Object[] steps = new Object[AttributeJson.MAX_DEPTH + 1];
    private int depth;

    /** How many objects and arrays are open. */
    int depth() {
        return depth;
    }

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
        steps[depth] = "";
    }

    /** Now at this member of the innermost object. */
    void member(String name) {
        steps[depth - 1] = name;
    }

    /** Now at this element of the innermost array. */
    void element(int index) {
        steps[depth - 1] = index;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        String separator = "";
        for (int i = 0; i < depth; i++) {
            switch (steps[i]) {
                case Integer index -> text.append('[').append(index).append(']');
                case String name
                when !name.isEmpty() -> {
                    text.append(separator).append(SoundText.quotable(name));
                    // SCIM writes the attributes of an extension as urn:…:User:department.
                    separator = name.indexOf(':') >= 0 ? ":" : ".";
                    continue;
                }
                case null, default -> {}
            }
            separator = ".";
        }
        return text.toString();
    }
}
