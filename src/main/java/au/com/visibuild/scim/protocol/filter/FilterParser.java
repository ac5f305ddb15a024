package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a filter (RFC 7644 §3.4.2.2, figure 1) by recursive descent; the limits below bound the recursion, the time and
 * the memory. Keywords are taken in any case, {@code not} with or without a blank before its parenthesis, any number of
 * blanks between tokens. Every failure is an {@code invalidFilter} that names the position and what was expected.
 */
public final class FilterParser {

    /** The longest filter text, in UTF-16 units. */
    public static final int MAX_LENGTH = 8192;

    /** How deep parentheses and brackets may be nested. */
    public static final int MAX_DEPTH = 32;

    /** How many comparisons a filter may have. */
    public static final int MAX_TERMS = 200;

    private final List<FilterToken> tokens;
    private final Set<Leniency> leniencies;
    private int next;
    private int depth;
    private int terms;

    /** Starts at {@code start}, which error positions count from the text's beginning. */
    FilterParser(String text, int start, Set<Leniency> leniencies) {
        this.tokens = FilterLexer.tokens(text, start);
        this.leniencies = leniencies;
    }

    /** The filter, strictly by the RFC's grammar. */
    public static Filter parse(String text) {
        return parse(text, Set.of());
    }

    /** The filter, by the RFC's grammar and these leniencies. */
    public static Filter parse(String text, Set<Leniency> leniencies) {
        FilterParser parser = new FilterParser(text, 0, leniencies);
        Filter filter = parser.disjunction(false);
        parser.take(Kind.END, "'and', 'or' or the end");
        return filter;
    }

    /** What stands between brackets; the opening one is taken already, the closing one is left. */
    Filter valueFilter() {
        deeper();
        Filter filter = disjunction(true);
        depth--;
        return filter;
    }

    FilterToken peek() {
        return tokens.get(next);
    }

    FilterToken take() {
        FilterToken token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private Filter disjunction(boolean withinBrackets) {
        List<Filter> operands = new ArrayList<>();
        operands.add(conjunction(withinBrackets));
        while (takeWord("or")) {
            operands.add(conjunction(withinBrackets));
        }
        return operands.size() == 1 ? operands.getFirst() : new Filter.Or(operands);
    }

    private Filter conjunction(boolean withinBrackets) {
        List<Filter> operands = new ArrayList<>();
        operands.add(operand(withinBrackets));
        while (takeWord("and")) {
            operands.add(operand(withinBrackets));
        }
        return operands.size() == 1 ? operands.getFirst() : new Filter.And(operands);
    }

    private Filter operand(boolean withinBrackets) {
        if (peek().isWord("not") && tokens.get(next + 1).kind() == Kind.OPEN) {
            next++;
            return new Filter.Not(group(withinBrackets));
        }
        return switch (peek().kind()) {
            case OPEN -> group(withinBrackets);
            case WORD -> attributeExpression(withinBrackets);
            case CLOSE, OPEN_BRACKET, CLOSE_BRACKET, STRING, END ->
                throw unexpected(peek(), "an attribute, 'not' or '('");
        };
    }

    private Filter group(boolean withinBrackets) {
        take(Kind.OPEN, "'('");
        deeper();
        Filter filter = disjunction(withinBrackets);
        take(Kind.CLOSE, "'and', 'or' or ')'");
        depth--;
        return filter;
    }

    private Filter attributeExpression(boolean withinBrackets) {
        FilterToken word = take();
        AttributePath path = AttributePathParser.parseOrNull(word.text());
        if (path == null) {
            throw unexpected(word, "an attribute name");
        }
        if (peek().kind() != Kind.OPEN_BRACKET) {
            return comparison(path);
        }
        if (withinBrackets) {
            throw unexpected(peek(), "an operator (brackets cannot be nested)");
        }
        if (path.subAttribute() != null) {
            throw unexpected(peek(), "an operator (brackets follow an attribute, not a sub-attribute)");
        }
        next++;
        Filter inner = valueFilter();
        take(Kind.CLOSE_BRACKET, "'and', 'or' or ']'");
        return new Filter.ValuePath(path, afterBracket(inner));
    }

    private Filter afterBracket(Filter inner) {
        FilterToken word = peek();
        if (word.kind() != Kind.WORD
                || !word.text().startsWith(".")
                || !leniencies.contains(Leniency.SUB_ATTRIBUTE_AFTER_VALUE_PATH)) {
            return inner;
        }
        next++;
        String subAttribute = word.text().substring(1);
        if (!AttributePathParser.isName(subAttribute)) {
            throw unexpected(word, "'.' and a sub-attribute");
        }
        List<Filter> both = new ArrayList<>(inner instanceof Filter.And(var operands) ? operands : List.of(inner));
        both.add(comparison(AttributePath.of(subAttribute)));
        return new Filter.And(both);
    }

    private Filter comparison(AttributePath path) {
        if (++terms > MAX_TERMS) {
            throw ScimException.invalidFilter(
                    "The filter has more than " + MAX_TERMS + " comparisons; ask for less at once.");
        }
        FilterToken word = take();
        if (word.isWord("pr")) {
            return new Filter.Present(path);
        }
        CompareOperator operator = word.kind() == Kind.WORD ? CompareOperator.of(word.text()) : null;
        if (operator == null) {
            throw unexpected(word, "an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr)");
        }
        return new Filter.Compare(path, operator, literal(operator));
    }

    private AttributeValue literal(CompareOperator operator) {
        FilterToken token = take();
        if (token.kind() == Kind.STRING) {
            return AttributeValue.text(token.text());
        }
        AttributeValue value = token.kind() == Kind.WORD ? FilterLiteral.of(token.text()) : null;
        if (value != null) {
            return value;
        }
        if (token.kind() == Kind.WORD
                && operator == CompareOperator.EQ
                && leniencies.contains(Leniency.UNQUOTED_WORD)
                && FilterLiteral.mayBeText(token.text())) {
            return AttributeValue.text(token.text());
        }
        throw unexpected(token, "a string in double quotes, true, false, null or a number of at most 40 digits");
    }

    private boolean takeWord(String keyword) {
        boolean found = peek().isWord(keyword);
        if (found) {
            next++;
        }
        return found;
    }

    private void take(Kind kind, String expected) {
        if (peek().kind() != kind) {
            throw unexpected(peek(), expected);
        }
        take();
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw ScimException.invalidFilter(
                    "The filter nests parentheses and brackets deeper than " + MAX_DEPTH + ".");
        }
    }

    private static ScimException unexpected(FilterToken token, String expected) {
        return ScimException.invalidFilter("The filter is not understood at position " + token.position()
                + ": expected " + expected + ", found " + token.shown() + ".");
    }
}
