"""What stands where in a Word file, a PDF or a plain text, before anybody asks what it means.

The importers of frameworks and packs import it; it imports `matbot.text` and the findings, and no importer.
"""
